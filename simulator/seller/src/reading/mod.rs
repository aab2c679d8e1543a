//! From an HTTP request to a [`Call`](crate::call::Call): who calls, and what for.
//!
//! | module | what it reads |
//! |---|---|
//! | `received` | the bytes of a request, in whatever version of the interface |
//! | `signature` | whether a V2 request is the marketplace's [v2 §2] |
//! | `body` | the members of a V2 body, as the parameters that the scenes know |
//! | `request` | what a call asks for, in terms of the scenes |

mod body;
mod received;
mod request;
mod signature;

pub(crate) use body::members;
pub use galleria_protocol::signed_call::Claim;
pub use received::{Received, Unauthentic};
pub use request::{Asked, asked};
pub use signature::WINDOW;
pub(crate) use signature::{check, claim};
