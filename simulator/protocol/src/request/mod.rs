//! What the requests of V1 and V2 have in common: a struct a scene, made from its table, whichever
//! of query parameters and JSON body carries it.

mod error;
mod field;
mod ids;
mod source;
mod words;

pub use error::RequestError;
pub(crate) use field::{Field, scene};
pub(crate) use ids::ids;
pub(crate) use source::Source;
pub(crate) use words::words;
