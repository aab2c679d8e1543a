//! The marketplace's open APIs as a seller calls them: the query of an order [v2 §7.1] and the
//! usage push [v2 §7.2].
//!
//! | module | what it holds |
//! |---|---|
//! | `route` | the way to the marketplace, in memory or otherwise |
//! | `http` | the way there over the network |
//! | `ask` | one query: written, dated, signed, sent, read |
//! | `meters` | what is known of the instances that are paid by use |
//! | `push` | what they used: read off, written, signed, sent |

mod ask;
mod http;
mod meters;
mod push;
mod route;

pub use ask::ask;
pub(crate) use ask::signed;
pub use http::{HttpRoute, RouteError};
pub use meters::Meters;
pub use push::{UsageForm, UsageHeaders, is_paid_by_use, push, reads_meters, start_meter};
pub use route::{Answer, OpenApi, Route, Unreachable};
