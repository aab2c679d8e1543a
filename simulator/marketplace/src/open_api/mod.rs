//! The marketplace's side of the open APIs, which sellers call [v2 §7].
//!
//! | module | what it holds |
//! |---|---|
//! | `desk` | what all call-backs of a run share: credentials, books, the answer to each |
//! | `books`, `instances` | the orders and instances of a run, and what came about them |
//! | `order` | an order as the query tells it, those for debugging among them |
//! | `gateway` | whether a call is signed and dated as it must be |
//! | `query` | the query of an order |
//! | `usage` | the usage push, new and old |
//! | `upload` | the upload of a licence |
//! | `codes`, `licence` | licence codes, their activation and their query |
//! | `call_back` | what is kept of a call, with the secrets taken out |
//! | `router` | the desk over HTTP |
//!
//! A call that comes while the marketplace waits for the seller's answer is one that the seller
//! makes inside its handler.

mod books;
mod call_back;
mod codes;
mod desk;
mod gateway;
mod instances;
mod licence;
mod order;
mod query;
mod router;
mod upload;
mod usage;

pub use call_back::{CallBack, Flaw, Issued, Wish};
pub use codes::LicenceCode;
pub use desk::{Credentials, Desk, Filing, OpenCall};
pub use order::{filed, mock};
pub use query::Answered;
