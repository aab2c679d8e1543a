//! `Body-Sign`: how a seller signs an answer [v1 §3].
//!
//! The signature is the Base64 of the HMAC-SHA256 of the body's exact bytes under the access key
//! alone. Every answer carries one, refusals too, and the header's name is case-sensitive.

mod flaw;
mod header;
mod signature;

pub use flaw::Flaw;
pub use header::{BodySign, parse};
pub use signature::{HEADER, SIGN_TYPE, header_value, signature};
