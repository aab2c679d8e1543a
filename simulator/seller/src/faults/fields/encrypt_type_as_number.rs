//! Sends encryptType as a number.
//!
//! An integer in the seller's own configuration, serialised as it is.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes 1, not "1".
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.activity == Some(Activity::NewInstance) && outcome.is_success() {
            document.insert("encryptType".to_owned(), 1.into());
        }
        document
    }
}
