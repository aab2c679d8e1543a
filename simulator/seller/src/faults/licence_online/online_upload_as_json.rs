//! Uploads a licence as JSON, not as a form.
//!
//! A text needs no multipart, it was thought.

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Sends the JSON alone.
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
        Form {
            content_type: "application/json".to_owned(),
            body: json.to_string().into_bytes(),
        }
    }
}
