//! Sends a Chinese message in raw UTF-8.
//!
//! JSON needs no escapes. Only the memo, which the pages want escaped, stays in ASCII here.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Escapes nothing and keeps the memo in English.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let mut document = document.clone();
        document.insert("resultMsg".to_owned(), "处理完成".into());
        if let Some(memo) = document
            .get_mut("appInfo")
            .and_then(|info| info.get_mut("memo"))
        {
            *memo = "change the password after the first login".into();
        }
        Value::from(document).to_string().into_bytes()
    }
}
