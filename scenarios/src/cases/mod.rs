//! Saved cases of the debug step: files that people read in a review, and what may be told from
//! them before a product is published [v1 §7].
//!
//! | module | what it holds |
//! |---|---|
//! | `case` | a case: a scene and the values of its form |
//! | `file` | reading and writing one as TOML or JSON |
//! | `parameters` | which parameters a case may hold: no secrets, nothing that is made anew |
//! | `import` | a case out of a call that was pasted |
//! | `store` | a folder of them |
//! | `readiness` | which ones a billing mode still lacks |

mod case;
mod file;
mod import;
mod parameters;
mod readiness;
mod store;

pub use case::Case;
pub use file::{read, read_json, write};
pub use import::{Imported, import};
pub use parameters::{Unfit, is_sealed, unfit, unknown};
pub use readiness::{Needed, readiness};
pub use store::{Saved, Store, StoreError};
