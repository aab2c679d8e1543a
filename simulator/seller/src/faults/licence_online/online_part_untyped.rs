//! Sends the part of an upload that says what it is without a type.
//!
//! As `curl -F` does, where no type is given.

use galleria_protocol::v2::upload::{Part, REQUEST};

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Leaves the type out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn form(&self, licence: &str) -> Form {
        let json = serde_json::json!({ "type": "CHARACTERS", "characters": licence });
        Form::of_parts(&[Part {
            name: REQUEST,
            file_name: None,
            content_type: None,
            body: json.to_string().as_bytes(),
        }])
    }
}
