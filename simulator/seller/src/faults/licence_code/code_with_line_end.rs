//! Sends a licence code with the line end that was pasted with it.
//!
//! Nothing was trimmed.

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
        let pasted = format!("{code}\n");
        vec![
            (ACTIVATE, json!({ "license": pasted })),
            (HEARTBEAT, json!({ "license": pasted })),
        ]
    }
}
