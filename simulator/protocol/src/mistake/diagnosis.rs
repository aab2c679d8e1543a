//! What came of looking into a value.

use super::{Cause, Tried};

/// What came of looking into a value that ought to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// It fits: there is nothing to explain.
    Right,
    /// One mistake explains it, or two that were made at once.
    Named(Cause),
    /// None of the known mistakes explains it, and no two of them at once.
    Unknown(Tried),
}

impl Diagnosis {
    /// What explains the value, where something does.
    pub fn cause(&self) -> Option<&Cause> {
        match self {
            Diagnosis::Named(cause) => Some(cause),
            Diagnosis::Right | Diagnosis::Unknown(_) => None,
        }
    }

    /// What was tried, where nothing explains the value.
    pub fn tried(&self) -> Option<&Tried> {
        match self {
            Diagnosis::Unknown(tried) => Some(tried),
            Diagnosis::Right | Diagnosis::Named(_) => None,
        }
    }
}
