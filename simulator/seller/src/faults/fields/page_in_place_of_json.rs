//! Answers a release with a page, though it calls it JSON.
//!
//! A login page or an error page of a framework comes with status 200; a filter in front stamps
//! the right content type on everything, and signs it.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Sends HTML.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        if !call.is_real(Activity::ReleaseInstance) || !outcome.is_success() {
            return json;
        }
        b"<!doctype html><title>Done</title><p>The instance has been released.".to_vec()
    }
}
