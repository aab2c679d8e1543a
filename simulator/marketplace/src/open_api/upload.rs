//! The upload of a licence, and what answers it [licence §2.7].

use galleria_protocol::sdk_hmac::Call;
use galleria_protocol::v2::open_api;
use galleria_protocol::v2::upload::{self, UploadError};

use super::call_back::{Flaw, Issued};
use super::query::Answered;

/// What an upload tells, and what is wrong with it.
pub(super) struct Told {
    pub(super) event: String,
    pub(super) licence: Option<Issued>,
    pub(super) flaws: Vec<Flaw>,
}

/// Reads an upload; `is_known` tells whether somebody applied by an event.
pub(super) fn told(call: &Call, is_known: impl Fn(&str) -> bool) -> Told {
    let event = upload::event(&call.path).unwrap_or_default().to_owned();
    let mut flaws = Vec::new();
    if !is_known(&event) {
        flaws.push(Flaw::UnknownEvent { id: event.clone() });
    }
    let kind = call.header("content-type").next().unwrap_or_default();
    let licence = match upload::read(kind, &call.body) {
        Ok(told) => {
            if !told.is_sound() {
                flaws.push(Flaw::Checksum {
                    told: told.request.sha256.clone().unwrap_or_default(),
                    right: upload::sha256(&told.licence),
                });
            }
            if !told.is_typed() {
                let told = told.typed.unwrap_or("nothing").to_owned();
                flaws.push(Flaw::Untyped { told });
            }
            let digest = upload::sha256(&told.licence);
            let event = event.clone();
            Some(Issued { event, digest })
        }
        Err(error) => {
            flaws.push(malformed(&error));
            None
        }
    };
    Told {
        event,
        licence,
        flaws,
    }
}

fn malformed(error: &UploadError) -> Flaw {
    Flaw::Upload {
        error: error.to_string(),
    }
}

/// What answers an upload. Its page names no codes of its own: those that the open APIs share are
/// taken.
pub(super) fn answer(flaws: &[Flaw]) -> Answered {
    let code = if flaws.is_empty() {
        &open_api::SUCCESS
    } else {
        &open_api::INVALID
    };
    super::usage::written(code)
}
