//! What is wrong with a scenario file: where, what, and what was probably meant.

/// A scenario file that cannot be used.
pub use crate::located::Located as ScenarioError;
