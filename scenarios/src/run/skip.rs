//! Why a step is not played.

/// Why a step, or the rest of it, is not played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Skip {
    /// The rule book has no such call: nothing is amiss, and nothing is missed.
    Book(String),
    /// What came before it does not allow it.
    Trouble(String),
}

impl From<String> for Skip {
    fn from(reason: String) -> Self {
        Self::Trouble(reason)
    }
}

impl From<&str> for Skip {
    fn from(reason: &str) -> Self {
        Self::Trouble(reason.to_owned())
    }
}
