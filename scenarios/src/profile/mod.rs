//! The marketplace's rule books: what differs between sites and versions, as data.
//!
//! | module | what it holds |
//! |---|---|
//! | `book` | one rule book as rules and runs read it |
//! | `table` | rows of tables: parameters, members of answers |
//! | `code`, `scene`, `usage`, `signing`, `contradiction`, `source` | the other parts of a book |
//! | `file`, `table_file`, `read` | a book as it is written, and from there to [`Profile`] with errors for people |
//! | `shelf` | the books that come with galleria, and those of a user's own |
//! | `terms` | what a book means for the calls that the marketplace makes |
//! | `kinds` | the kinds of products, and which interface each needs |
//! | `lawful` | whether a changed call is one that the book allows |
//! | `fact`, `diff` | a book as a list of facts, and where two books differ |
//!
//! A book holds no behaviour: rules read it, and the marketplace's calls obey it. Scenes,
//! parameters and codes are names here, so that a book of another version needs no other format.

mod book;
mod code;
mod contradiction;
mod diff;
mod duration;
mod fact;
mod file;
mod kinds;
mod lawful;
mod read;
mod scene;
mod shelf;
mod signing;
mod source;
mod table;
mod table_file;
mod terms;
mod usage;

pub use book::Profile;
pub use code::Code;
pub use contradiction::Contradiction;
pub use diff::{Difference, Stated, diff};
pub use duration::{in_words, parse_duration};
pub use file::schema;
pub use galleria_protocol::Api;
pub use kinds::{PRODUCT_KINDS, ProductKind};
pub use read::read;
pub use scene::{Need, Object, Retry, Scene, Scenes};
pub use shelf::{ProfileError, all, embedded_text, find, names, open, text};
pub use signing::{KeyError, KeyForm, ShownKey, SignedAnswers, TimeForm, Timestamp};
pub use source::Source;
pub use table::{Kind, Presence, Row, TooLong};
pub use usage::{Amounts, ForceHere, TestFlag, TimeLimits};
