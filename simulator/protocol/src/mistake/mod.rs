//! Naming what somebody did who signed or encrypted wrongly: the computation is made again under
//! every likely mistake, and the one that fits is named. Where none fits, none is named.
//!
//! All of it is slow beside a check and meant for values that have failed one. A mistake is an
//! entry in the table of its family; within a family the likelier stands first, and a text that
//! comes out as it was sent is no mistake. The signatures of V2 are written down as recipes, of which
//! a mistake is a deviation; there two mistakes are tried at once as well.
//!
//! | family | what it is about |
//! |---|---|
//! | `encoding` | a right digest, written down wrongly |
//! | `body_sign` | key, algorithm or bytes of an answer's signature |
//! | `token` | key or text of a request's token |
//! | `hex_writing` | a right digest, written down wrongly where hexadecimal digits are wanted |
//! | `call` | key, text or body of a V2 call's signature, or a usage push's |
//! | `sdk_hmac` | key, canonical request or string to sign of a call of the open APIs |
//! | `credential` | key, mode or form of an encrypted credential |

mod body_sign;
mod call;
mod catalog;
mod cause;
mod charset;
mod context;
mod credential;
mod diagnosis;
mod encoding;
mod family;
mod hex_writing;
mod json_text;
mod key_text;
mod mistaken;
mod recipe;
mod sdk_hmac;
mod token;
mod tried;

pub use body_sign::{of_body_sign, of_cut_body, of_surrounded_body};
pub use call::{mistaken_signatures, of_kit_signature, of_query_signature, of_usage_signature};
pub use catalog::{Mistake, all, by_family, find};
pub use cause::Cause;
pub use context::Context;
pub use credential::{Credential, of_credential};
pub use diagnosis::Diagnosis;
pub use family::Family;
pub use mistaken::Mistaken;
pub use sdk_hmac::of_sdk_hmac;
pub use token::{mistaken_tokens, of_computed_token, of_signed_text, of_token};
pub use tried::{LeftOut, Tried};
