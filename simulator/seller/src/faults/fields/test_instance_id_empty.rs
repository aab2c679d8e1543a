//! Answers a test purchase with an empty instance id.
//!
//! A test call makes no instance, so there is no id to tell. The debug step demands one all the
//! same.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Leaves the id empty where no instance was made.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.test && call.activity == Some(Activity::NewInstance) && outcome.is_success() {
            document.insert("instanceId".to_owned(), "".into());
        }
        document
    }
}
