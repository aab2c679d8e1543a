//! How to do it right, in the languages that sellers write: code for what rules and causes are about.
//!
//! | module | what it holds |
//! |---|---|
//! | `language` | the languages |
//! | `topic` | a topic and its code in each of them, read from `snippets/*/` |
//!
//! A test runs the code in every language against the protocol's known answers.

mod language;
mod topic;

pub use language::Language;
pub use topic::{Topic, all, find, of_mistake, of_rule};
