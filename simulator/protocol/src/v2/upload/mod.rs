//! The upload of a licence, as text or as file, by which an application is met [licence §2.7].
//!
//! The body is multipart/form-data: the part [`REQUEST`] says in JSON what is uploaded, the part
//! [`FILE`] is the file, where it is one.

mod multipart;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use multipart::{MultipartError, Part, boundary, parts, write};

/// What stands before the event in the path.
const BEFORE: &str = "/api/mkp-openapi-public/global/v1/market-event/";
/// What stands behind it.
const BEHIND: &str = "/file";
/// The part that says what is uploaded.
pub const REQUEST: &str = "isvUpdateFileReq";
/// The part that holds a file.
pub const FILE: &str = "file";
/// The most characters of a licence that is uploaded as text.
pub const MOST_CHARACTERS: usize = 1024;

/// The path of an upload for that event.
pub fn path(event: &str) -> String {
    format!("{BEFORE}{event}{BEHIND}")
}

/// The event that an upload at that path is for.
pub fn event(path: &str) -> Option<&str> {
    path.strip_prefix(BEFORE)?.strip_suffix(BEHIND)
}

/// The SHA-256 of a file as uploads tell it: hex.
pub fn sha256(file: &[u8]) -> String {
    hex::encode(Sha256::digest(file))
}

/// What the part [`REQUEST`] says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadRequest {
    /// `CHARACTERS` or `FILE`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The file's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// The file's SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The licence as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub characters: Option<String>,
}

/// What is wrong with an upload.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UploadError {
    /// It is not in the form of an upload.
    #[error(transparent)]
    Multipart(#[from] MultipartError),
    /// Nothing says what is uploaded.
    #[error("there is no part {REQUEST}")]
    NoRequest,
    /// What says it cannot be read.
    #[error("the part {REQUEST} is no JSON of an upload: {0}")]
    Request(String),
    /// It is neither text nor file.
    #[error("type is {0}, neither CHARACTERS nor FILE")]
    Kind(String),
    /// Something that the type needs is not there.
    #[error("type is {kind}, and {missing} is missing or empty")]
    Missing {
        /// The type.
        kind: &'static str,
        /// What is missing.
        missing: &'static str,
    },
    /// The text is too long.
    #[error("characters holds {0} characters, more than 1024")]
    TooLong(usize),
}

/// An upload that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload<'a> {
    /// The licence.
    pub licence: Vec<u8>,
    /// What says what it is.
    pub request: UploadRequest,
    /// How the part that says so is typed.
    pub typed: Option<&'a str>,
}

impl Upload<'_> {
    /// Whether the checksum is that of the file, in hex of either case; a text needs none.
    pub fn is_sound(&self) -> bool {
        if self.request.kind.as_deref() != Some("FILE") {
            return true;
        }
        let told = self.request.sha256.as_deref().unwrap_or_default().trim();
        told.eq_ignore_ascii_case(&sha256(&self.licence))
    }

    /// Whether the part that says what is uploaded is typed as JSON.
    pub fn is_typed(&self) -> bool {
        let typed = self.typed.unwrap_or_default().to_ascii_lowercase();
        typed.split(';').next().unwrap_or_default().trim() == "application/json"
    }
}

/// Reads an upload. `file_name` is not looked for: the page demands it, and its example has none.
pub fn read<'a>(content_type: &str, body: &'a [u8]) -> Result<Upload<'a>, UploadError> {
    let boundary = boundary(content_type)?;
    let parts = parts(body, &boundary)?;
    let named = |name: &str| parts.iter().find(|part| part.name == name);
    let part = named(REQUEST).ok_or(UploadError::NoRequest)?;
    let request: UploadRequest = serde_json::from_slice(part.body)
        .map_err(|error| UploadError::Request(error.to_string()))?;
    let filled = |value: &Option<String>| value.clone().filter(|text| !text.is_empty());
    let licence = match request.kind.as_deref() {
        Some("CHARACTERS") => {
            let text = filled(&request.characters).ok_or(UploadError::Missing {
                kind: "CHARACTERS",
                missing: "characters",
            })?;
            let length = text.chars().count();
            if length > MOST_CHARACTERS {
                return Err(UploadError::TooLong(length));
            }
            text.into_bytes()
        }
        Some("FILE") => {
            let missing = |missing| UploadError::Missing {
                kind: "FILE",
                missing,
            };
            filled(&request.sha256).ok_or(missing("sha256"))?;
            let file = named(FILE).filter(|part| !part.body.is_empty());
            file.ok_or(missing("the part file"))?.body.to_vec()
        }
        other => return Err(UploadError::Kind(other.unwrap_or("missing").to_owned())),
    };
    Ok(Upload {
        licence,
        typed: part.content_type,
        request,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(json: &str, file: Option<&[u8]>) -> (String, Vec<u8>) {
        let mut parts = vec![Part {
            name: REQUEST,
            file_name: None,
            content_type: Some("application/json"),
            body: json.as_bytes(),
        }];
        parts.extend(file.map(|body| Part {
            name: FILE,
            file_name: Some("a.lic"),
            content_type: Some("application/octet-stream"),
            body,
        }));
        let body = write("-x-", &parts);
        ("multipart/form-data; boundary=-x-".to_owned(), body)
    }

    #[test]
    fn text_and_file_are_read() {
        let (form, body) = told(r#"{"type":"CHARACTERS","characters":"A-B"}"#, None);
        let upload = read(&form, &body).unwrap();
        assert_eq!(upload.licence, b"A-B");
        assert!(upload.is_sound() && upload.is_typed());
        let file = b"\r\n--\0licence";
        let sum = sha256(file).to_uppercase();
        let json = format!(r#"{{"type":"FILE","sha256":"{sum}","characters":"111"}}"#);
        let (form, body) = told(&json, Some(file));
        let upload = read(&form, &body).unwrap();
        assert_eq!(upload.licence, file);
        assert!(upload.is_sound());
    }

    #[test]
    fn what_is_missing_is_told() {
        let error = |json: &str, file: Option<&[u8]>| {
            let (form, body) = told(json, file);
            read(&form, &body).unwrap_err().to_string()
        };
        for (json, file, told) in [
            ("{}", None, "type is missing"),
            (r#"{"type":"TEXT"}"#, None, "type is TEXT"),
            (r#"{"type":"CHARACTERS"}"#, None, "characters is missing"),
            (
                r#"{"type":"FILE"}"#,
                Some(b"a".as_slice()),
                "sha256 is missing",
            ),
            (
                r#"{"type":"FILE","sha256":"a"}"#,
                None,
                "the part file is missing",
            ),
            ("type=FILE", None, "no JSON"),
        ] {
            assert!(
                error(json, file).contains(told),
                "{json}: {}",
                error(json, file)
            );
        }
        let long = format!(r#"{{"type":"CHARACTERS","characters":"{:1025}"}}"#, "a");
        assert!(error(&long, None).contains("1025 characters"));
        let (_, body) = told("{}", None);
        assert!(read("application/json", &body).is_err());
        assert_eq!(event(&path("e-1")), Some("e-1"));
    }
}
