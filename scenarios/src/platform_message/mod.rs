//! What the platform itself says when a debug call or an order fails: its messages as data, with
//! what causes each, how to cure it, and which rules look for it [v1 §8].
//!
//! | module | what it holds |
//! |---|---|
//! | `message` | a message and its wordings, read from `messages/*.toml` |
//! | `folded` | text without its punctuation, width and case, to compare by |
//! | `pattern` | a wording with places to fill in, found in a text |
//! | `recognise` | which message a pasted text is, or the nearest ones |

mod folded;
mod message;
mod pattern;
mod recognise;

pub use message::{Kind, Language, Message, Wording, all, find, of_rule};
pub use recognise::{Recognised, recognise};
