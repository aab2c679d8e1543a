//! Cuts a licence code off after 16 characters.
//!
//! The column of the table is too short.

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
        let cut: String = code.chars().take(16).collect();
        vec![
            (ACTIVATE, json!({ "license": cut })),
            (HEARTBEAT, json!({ "license": cut })),
        ]
    }
}
