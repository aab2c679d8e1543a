//! Says the number 0 for success.
//!
//! The code is kept as an integer; its leading zeros are lost where it becomes JSON.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes another code for a release.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            document.insert("resultCode".to_owned(), 0.into());
        }
        document
    }
}
