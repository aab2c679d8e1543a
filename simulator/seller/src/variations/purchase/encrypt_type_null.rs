//! Sends null for encryptType beside credentials, which means AES-256.
//!
//! The field of the class was never set, and the JSON library writes it all the same.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Says nothing of the cipher.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(told) = document.get_mut("encryptType") {
            *told = Value::Null;
        }
        document
    }
}
