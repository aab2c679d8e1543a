//! Why parameters or a body are no request.

use crate::family::INSTANCE_ID;

/// Why parameters or a body are no request; the answer to each is `000002` [v1 §6, v2 §5].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// `activity` names no scene.
    #[error("there is no activity `{0}`")]
    UnknownActivity(String),
    /// A mandatory parameter is absent or empty.
    #[error("the parameter {0} is missing or empty")]
    Missing(&'static str),
    /// A parameter has a value that its table does not know.
    #[error("the parameter {parameter} has the unknown value `{value}`")]
    Malformed {
        /// The parameter's name.
        parameter: &'static str,
        /// Its value.
        value: String,
    },
}

impl RequestError {
    /// The same error of a call whose subject is named `subject`, not `instanceId`.
    #[must_use]
    pub(crate) fn about(self, subject: &'static str) -> RequestError {
        match self {
            RequestError::Missing(INSTANCE_ID) => RequestError::Missing(subject),
            other => other,
        }
    }
}
