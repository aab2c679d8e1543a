//! Declares the charset as `utf8`, without a hyphen.
//!
//! Types and parameter names know no letter case, and JSON is UTF-8 without being told.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Spells the type in its own way.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn content_type(&self, _call: &Call, _outcome: &Outcome) -> String {
        "application/json;charset=utf8".to_owned()
    }
}
