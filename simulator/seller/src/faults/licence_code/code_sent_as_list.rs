//! Activates a licence code as a list.
//!
//! It was thought that both versions of the interface take a list.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Sends no object.
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
            (ACTIVATE, json!([code])),
            (HEARTBEAT, json!({ "license": code })),
        ]
    }
}
