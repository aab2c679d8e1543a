//! Reads `flag` as a text.
//!
//! The tables write Integer(2), the base interfaces send all of their values as texts.

use galleria_protocol::kit::Request;
use galleria_protocol::kit::request::RequestError;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Refuses numbers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn read(&self, arrived: &Arrived, body: &Object) -> Result<Request, RequestError> {
        if body.get("flag").is_some_and(Value::is_number) {
            return Err(RequestError::Missing("flag"));
        }
        Request::from_json(arrived.api, arrived.call, body)
    }
}
