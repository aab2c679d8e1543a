//! Why a body is not one JSON object.

use serde_json::{Map, Value};

/// What keeps a body from being exactly one JSON object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonFlaw {
    /// Nothing, or nothing but white space.
    #[error("the body is empty; answer one JSON object")]
    Empty,
    /// No JSON.
    #[error("the body is not JSON: {message} at line {line}, column {column}")]
    NotJson {
        /// What the parser met.
        message: String,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1; 0 where the line had not begun.
        column: usize,
    },
    /// JSON, but no object.
    #[error("the body is {found}, not an object")]
    NotAnObject {
        /// What it is instead, with its article.
        found: &'static str,
    },
    /// An object with more behind it than white space.
    #[error("the object is followed by further text from byte {offset} on: `{start}`")]
    TrailingBytes {
        /// Where the further text starts, in bytes from the start of the body.
        offset: usize,
        /// Its first characters.
        start: String,
        /// The object.
        object: Map<String, Value>,
    },
    /// An object in which, at any depth, a name stands twice.
    #[error("the name `{name}` stands twice in one object")]
    DuplicateName {
        /// The first name that is repeated.
        name: String,
        /// The object, with the last value of each name.
        object: Map<String, Value>,
    },
}

impl JsonFlaw {
    /// The object that is meant all the same, where the flaw leaves no doubt which it is.
    pub fn object(&self) -> Option<&Map<String, Value>> {
        match self {
            JsonFlaw::TrailingBytes { object, .. } | JsonFlaw::DuplicateName { object, .. } => {
                Some(object)
            }
            JsonFlaw::Empty | JsonFlaw::NotJson { .. } | JsonFlaw::NotAnObject { .. } => None,
        }
    }
}
