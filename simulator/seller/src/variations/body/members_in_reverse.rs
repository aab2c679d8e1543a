//! Sends the members in reverse order.
//!
//! JSON objects have no order.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the last member first.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        let members: Vec<_> = std::mem::take(&mut document).into_iter().collect();
        document.extend(members.into_iter().rev());
        document
    }
}
