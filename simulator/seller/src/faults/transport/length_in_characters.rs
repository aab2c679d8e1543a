//! Tells the characters of the body as its Content-Length, on releases.
//!
//! In most languages the length of a string is not that of its bytes. Nobody notices before the
//! first message in Chinese.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;
use crate::{Behaviour, reply};

/// Sends as many bytes as the body has characters: servers cut what goes beyond the length.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        if is_concerned(call, outcome) {
            "{\"resultCode\":\"000000\",\"resultMsg\":\"释放成功\"}".into()
        } else {
            reply::ascii_json(document)
        }
    }

    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if is_concerned(call, outcome) {
            let characters = String::from_utf8_lossy(&reply.body).chars().count();
            reply.body.truncate(characters);
        }
        reply
    }
}

fn is_concerned(call: &Call, outcome: &Outcome) -> bool {
    call.is_real(Activity::ReleaseInstance) && outcome.is_success()
}
