//! The marketplace's open APIs as a seller calls them: the query of an order [v2 §7.1].
//!
//! | module | what it holds |
//! |---|---|
//! | `route` | the way to the marketplace, over the network or in memory |
//! | `ask` | one query: written, dated, signed, sent, read |

mod ask;
mod route;

pub use ask::ask;
pub use route::{Answer, OpenApi, Route, Unreachable};
