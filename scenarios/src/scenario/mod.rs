//! What the marketplace does: scenarios of a closed set of verbs, and where they come from.
//!
//! A scenario says what is sent, repeated, lost, tampered with and waited for. It has no variables
//! beyond named purchases and customers, no conditions and no expectations: what it means is the
//! rules' business.

mod catalog;
mod error;
mod file;
mod kit;
mod read;
mod schema;
mod step;
mod write;

pub use catalog::{Catalog, CatalogError};
pub use error::ScenarioError;
pub use kit::{KitCall, KitStep};
pub(crate) use read::describe;
pub use read::read;
pub use schema::schema;
pub use step::{Call, OutageStep, Scenario, Step, Trouble, VERBS, Verb};
pub(crate) use write::quoted;
pub use write::write;
