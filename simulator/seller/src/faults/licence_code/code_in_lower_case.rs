//! Turns a licence code into small letters before it is sent.
//!
//! The field of the form does so.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Alters the code.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let low = code.to_lowercase();
        vec![
            (ACTIVATE, json!({ "license": low })),
            (HEARTBEAT, json!({ "license": low })),
        ]
    }
}
