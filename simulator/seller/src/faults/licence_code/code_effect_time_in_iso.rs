//! Writes real_effect_time as ISO 8601.
//!
//! The library writes moments so.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Writes another form.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        vec![
            (
                ACTIVATE,
                json!({ "license": code, "real_effect_time": "2026-01-01T00:00:00Z" }),
            ),
            (HEARTBEAT, json!({ "license": code })),
        ]
    }
}
