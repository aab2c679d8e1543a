//! An upload as it is written [licence §2.7].

use galleria_protocol::v2::upload::{self, FILE, Part, REQUEST, UploadRequest, sha256};

/// The boundary between the parts: no licence of this seller holds it.
const BOUNDARY: &str = "galleria-seller-boundary";

/// An upload: its type and its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The value of `Content-Type`.
    pub content_type: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Form {
    /// A licence as text.
    pub fn characters(licence: &str) -> Form {
        let request = UploadRequest {
            kind: Some("CHARACTERS".to_owned()),
            characters: Some(licence.to_owned()),
            ..UploadRequest::default()
        };
        Form::of_parts(&[said(&json(&request))])
    }

    /// A licence as a file of that name.
    pub fn file(licence: &str, name: &str) -> Form {
        Form::file_with(licence, name, sha256(licence.as_bytes()))
    }

    /// A licence as a file of that name, under that checksum.
    pub fn file_with(licence: &str, name: &str, sha256: String) -> Form {
        let request = UploadRequest {
            kind: Some("FILE".to_owned()),
            file_name: Some(name.to_owned()),
            sha256: Some(sha256),
            ..UploadRequest::default()
        };
        let file = Part {
            name: FILE,
            file_name: Some(name),
            content_type: Some("application/octet-stream"),
            body: licence.as_bytes(),
        };
        Form::of_parts(&[file, said(&json(&request))])
    }

    /// An upload of those parts.
    pub fn of_parts(parts: &[Part<'_>]) -> Form {
        Form {
            content_type: format!("multipart/form-data; boundary={BOUNDARY}"),
            body: upload::write(BOUNDARY, parts),
        }
    }
}

/// The part that says in JSON what is uploaded.
pub(crate) fn said(json: &str) -> Part<'_> {
    Part {
        name: REQUEST,
        file_name: None,
        content_type: Some("application/json"),
        body: json.as_bytes(),
    }
}

/// What is uploaded, in JSON.
///
/// # Panics
/// Never: texts can be written.
pub(crate) fn json(request: &UploadRequest) -> String {
    serde_json::to_string(request).expect("texts can be written")
}
