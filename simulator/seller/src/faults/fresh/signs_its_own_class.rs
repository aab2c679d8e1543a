//! Verifies over the object that the framework made of the body, written again.
//!
//! The class has a field for every member of every call, and the library writes those that did not come
//! as null.

use galleria_protocol::{Key, query_signature};
use serde::{Deserialize, Serialize};

use crate::Behaviour;
use crate::reading::Claim;

/// The call, as the controller receives it.
#[derive(Deserialize, Serialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Call {
    activity: Option<String>,
    scene: Option<String>,
    order_id: Option<String>,
    order_line_id: Option<String>,
    business_id: Option<String>,
    instance_id: Option<String>,
    product_id: Option<String>,
    expire_time: Option<String>,
    status: Option<String>,
    product_info: Option<serde_json::Value>,
    test_flag: Option<String>,
}

/// Writes the body again, as an object of its class.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let call: Call = serde_json::from_slice(body).unwrap_or_default();
        let written = serde_json::to_vec(&call).unwrap_or_default();
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, &written);
        right.eq_ignore_ascii_case(&given.signature)
    }
}
