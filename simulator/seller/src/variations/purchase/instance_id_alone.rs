//! Answers a V2 purchase with the instance id alone.
//!
//! As the vendor's sample does: where to find the instance, the query tells.

use galleria_protocol::{Activity, Api};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Tells what the table of the scene has.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.api == Api::V2 && call.activity == Some(Activity::NewInstance) {
            document.remove("appInfo");
        }
        document
    }
}
