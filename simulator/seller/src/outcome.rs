//! What came of a call, before it is put into bytes.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::reading::Unauthentic;

/// What a scene gives back: an answer, or why there is none.
pub type Handled = Result<Answer, Refusal>;

/// Why a call is refused. The text is what the marketplace is told in `resultMsg`; it repeats
/// nothing of what was sent, for a forged call may have been sent by anybody.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The call is not taken for the marketplace's.
    #[error(transparent)]
    Unauthenticated(Unauthentic),
    /// No such scene.
    #[error("the activity is missing or unknown")]
    UnknownActivity,
    /// A parameter that the scene cannot do without.
    #[error("the parameter {0} is missing or empty")]
    MissingParameter(&'static str),
    /// A parameter whose text cannot be read.
    #[error("the parameter {0} is malformed")]
    MalformedParameter(&'static str),
    /// The instance is being made (V2).
    #[error("the instance is being made")]
    NotReady,
    /// No such instance, or it has been released.
    #[error("the instance does not exist")]
    UnknownInstance,
    /// Any further reason.
    #[error("{message}")]
    Declined {
        /// The code that tells it best.
        code: &'static str,
        /// What is told.
        message: &'static str,
    },
}

impl Refusal {
    /// The result code of this refusal [v1 §6].
    pub fn code(&self) -> &'static str {
        match self {
            // As the vendor's sample answers: what is missing beside the signature, and a stale
            // timestamp, are wrong parameters [v2 §2].
            Refusal::Unauthenticated(Unauthentic::Parameter(_) | Unauthentic::Stale) => {
                code::INVALID_PARAMETER
            }
            Refusal::Unauthenticated(_) => code::AUTHENTICATION_FAILED,
            Refusal::NotReady => code::PROCESSING,
            Refusal::UnknownActivity
            | Refusal::MissingParameter(_)
            | Refusal::MalformedParameter(_) => code::INVALID_PARAMETER,
            Refusal::UnknownInstance => code::UNKNOWN_INSTANCE,
            Refusal::Declined { code, .. } => code,
        }
    }
}

/// What came of a call.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What is answered.
    pub answer: Answer,
    /// Why, if it is a refusal.
    pub refusal: Option<Refusal>,
}

impl Outcome {
    /// Whether the call was done, not refused.
    pub fn is_success(&self) -> bool {
        self.refusal.is_none()
    }

    /// Whether the call was refused because it is not the marketplace's.
    pub fn is_unauthenticated(&self) -> bool {
        matches!(self.refusal, Some(Refusal::Unauthenticated(_)))
    }
}
