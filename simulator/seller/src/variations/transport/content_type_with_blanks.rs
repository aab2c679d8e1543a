//! Puts blanks into the content type.
//!
//! White space around the semicolon means nothing.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Spaces the type out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn content_type(&self, _call: &Call, _outcome: &Outcome) -> String {
        "application/json ;  charset=utf-8".to_owned()
    }
}
