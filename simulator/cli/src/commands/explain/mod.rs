//! `galleria explain`: what is known of a name, or of a text of the platform's own.
//!
//! | module | what it tells |
//! |---|---|
//! | `find` | finds what is meant; says what it might be where nothing is |
//! | `rule`, `cause`, `code`, `scenario`, `exit_codes` | one thing by its name |
//! | `open_api` | a code that the open APIs answer with |
//! | `document` | a list as a Markdown document |
//! | `message` | a message of the platform, recognised in a pasted text |
//! | `snippet` | code that does it right |
//! | `paragraph` | lines that are cut to fit a terminal |

mod cause;
mod code;
mod document;
mod exit_codes;
mod find;
mod message;
mod open_api;
mod paragraph;
mod rule;
mod scenario;
mod snippet;

pub(super) use find::explain;
