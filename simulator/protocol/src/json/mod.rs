//! The strict reading of an answer's body: one JSON object and nothing else [v1 §1].

mod flaw;
mod node;
mod object;

pub use flaw::JsonFlaw;
pub use object::object;
