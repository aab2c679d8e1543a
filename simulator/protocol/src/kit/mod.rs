//! The kit: what the marketplace tells a seller of a joint-operation product about enterprises,
//! applications, accounts and departments [kit §1].
//!
//! A mark such as `[kit §1]` names the section of the guides on the joint-operation kit. Both
//! versions post JSON to fixed paths below the seller's address. V1 signs with the header
//! `authToken` over the body's members ([`token`]), V2 with `x-sign` and its kin
//! ([`kit_signature`](crate::kit_signature)).
//!
//! | module | what it holds |
//! |---|---|
//! | [`request`] | the five calls, read from and written to a body |
//! | [`secret`] | `clientSecret`, encrypted for the seller |
//! | [`token`] | V1's signature |

mod call;
mod flag;
mod record_key;
pub mod request;
pub mod secret;
pub mod token;

pub use call::Call;
pub use flag::Flag;
pub use record_key::{Kind, RecordKey};
pub use request::Request;
