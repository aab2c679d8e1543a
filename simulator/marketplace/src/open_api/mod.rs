//! The marketplace's side of the open APIs, which sellers call [v2 §7].
//!
//! | module | what it holds |
//! |---|---|
//! | `desk` | what all call-backs of a run share: the orders, the credentials, what came |
//! | `order` | an order as the query tells it, those for debugging among them |
//! | `gateway` | whether a call is signed and dated as it must be |
//! | `query` | the query of an order |
//! | `call_back` | what is kept of a call, with the secrets taken out |
//! | `router` | the desk over HTTP |
//!
//! A call that comes while the marketplace waits for the seller's answer is one that the seller
//! makes inside its handler.

mod call_back;
mod desk;
mod gateway;
mod order;
mod query;
mod router;

pub use call_back::{CallBack, Flaw};
pub use desk::{Credentials, Desk, Filing, OpenCall};
pub use order::{filed, mock};
pub use query::Answered;
