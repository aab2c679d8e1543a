//! Tells instance ids as numbers.
//!
//! The id is the row's number in the database, a `Long` of the entity, and the serialiser writes it as
//! what it is.

use galleria_protocol::v1::request::NewInstance;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes ids without quotes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, _call: &Call, purchase: &NewInstance) -> String {
        let letters = purchase.business_id.bytes();
        let row = letters.fold(7_u64, |row, letter| {
            (row * 131 + u64::from(letter)) % 1_000_000_000_000
        });
        row.to_string()
    }

    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        let info = document.get_mut("info").and_then(Value::as_array_mut);
        let listed = info.into_iter().flatten();
        for id in listed.filter_map(|entry| entry.get_mut("instanceId")) {
            unquote(id);
        }
        if let Some(id) = document.get_mut("instanceId") {
            unquote(id);
        }
        document
    }
}

fn unquote(id: &mut Value) {
    if let Some(row) = id.as_str().and_then(|id| id.parse::<u64>().ok()) {
        *id = row.into();
    }
}
