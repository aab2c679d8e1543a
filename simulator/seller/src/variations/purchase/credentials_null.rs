//! Sends null for optional members of appInfo, and for encryptType.
//!
//! The JSON library writes every field, and the customer has an account already.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Has nothing to tell.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(app) = document.get_mut("appInfo").and_then(Value::as_object_mut) {
            for name in ["adminUrl", "userName", "password", "memo"] {
                app.insert(name.to_owned(), Value::Null);
            }
            document.insert("encryptType".to_owned(), Value::Null);
        }
        document
    }
}
