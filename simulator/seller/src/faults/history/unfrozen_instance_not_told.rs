//! Leaves instances out of its answers to queries once they were frozen, also when the freeze is lifted.
//!
//! A freeze takes the instance out of the index of live ones, and nothing puts it back.

use std::collections::BTreeSet;

use galleria_protocol::Activity;
use galleria_protocol::v1::request::{Request, Status};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::outcome::{Outcome, Refusal};
use crate::store::Instance;

/// Takes out of the index.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if let (Request::InstanceStatus(status), Some(instance)) = (request, instance)
            && status.instance_status != Status::Freeze
        {
            self.0.open().insert(instance.id.clone());
        }
        None
    }

    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::QueryInstance)
            && let Some(info) = document.get_mut("info").and_then(Value::as_array_mut)
        {
            let unlisted = self.0.open();
            info.retain(|entry| {
                let id = entry.get("instanceId").and_then(Value::as_str);
                id.is_none_or(|id| !unlisted.contains(id))
            });
        }
        document
    }
}
