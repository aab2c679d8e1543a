//! Answers 000003 to a call without an instance id.
//!
//! No id is the id of no instance.

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Looks for an instance without a name.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn missing_parameter(&self, call: &Call, name: &'static str) -> Handled {
        let purchase = call.activity == Some(Activity::NewInstance);
        Err(match name {
            "instanceId" if !purchase => Refusal::UnknownInstance,
            _ => Refusal::MissingParameter(name),
        })
    }
}
