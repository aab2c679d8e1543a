//! Names the part of an upload that says what it is as it likes.
//!
//! `isvUploadFileReq` reads better than what the page has.

use galleria_protocol::v2::upload::Part;

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Misnames the part.
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
            name: "isvUploadFileReq",
            file_name: None,
            content_type: Some("application/json"),
            body: json.to_string().as_bytes(),
        }])
    }
}
