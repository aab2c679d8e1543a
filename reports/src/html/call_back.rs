//! A call of an open API as the page shows it.

use galleria_scenarios::event::CalledBack;

use super::body::cut;
use super::call::headers;
use super::rule::shown;
use crate::words::called_back;

/// A call of an open API.
pub(super) struct CallBackView {
    pub(super) told: String,
    pub(super) class: &'static str,
    pub(super) line: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
    pub(super) status: u16,
    pub(super) answer: String,
}

impl CallBackView {
    pub(super) fn of(came: &CalledBack) -> Self {
        let call = &came.call_back;
        Self {
            told: shown(&called_back(came)),
            class: if call.flaws.is_empty() {
                "plain"
            } else {
                "doubtful"
            },
            line: shown(&format!("{} {}", call.method, call.target)),
            headers: headers(&call.headers),
            body: shown(cut(&call.body).0),
            status: call.answered.status,
            answer: shown(cut(&call.answered.body).0),
        }
    }
}
