//! Hands out a licence with a refusal.
//!
//! The answer is filled in first, and the code of the refusal is put above it in the end.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use galleria_protocol::{Activity, Family};
use serde_json::{Map, Value};

/// Fills in the answer first.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        let purchase = call.family == Family::OldLicence && call.is_real(Activity::NewInstance);
        if purchase && !outcome.is_success() {
            document.insert("license".to_owned(), "5D41-402A-BC4B-2A76".into());
        }
        document
    }
}
