//! Signs its answers under key and time (V1).
//!
//! So the call is signed; the answer is signed under the key alone.

use galleria_protocol::Api;
use galleria_protocol::Key;
use galleria_protocol::body_sign;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;

/// Appends the time.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn body_sign(&self, key: &Key, arrived: &Arrived, body: &[u8]) -> Option<String> {
        let asked = arrived.object().unwrap_or_default();
        let time = asked
            .get("timeStamp")
            .and_then(Value::as_str)
            .unwrap_or("none");
        let key = Key::new(format!("{}{time}", key.expose()));
        (arrived.api == Api::V1).then(|| body_sign::header_value(&key, body))
    }
}
