//! Says an encryptType of its own where there is nothing to decrypt.
//!
//! `0` is what the class begins with; credentials there are none.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Tells of no cipher.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(app) = document.get_mut("appInfo").and_then(Value::as_object_mut) {
            app.retain(|name, _| name == "frontEndUrl");
            document.insert("encryptType".to_owned(), "0".into());
        }
        let known = document.get_mut("info").and_then(Value::as_array_mut);
        for instance in known.into_iter().flatten() {
            if let Some(app) = instance.get_mut("appInfo").and_then(Value::as_object_mut) {
                app.retain(|name, _| name == "frontEndUrl");
            }
        }
        document
    }
}
