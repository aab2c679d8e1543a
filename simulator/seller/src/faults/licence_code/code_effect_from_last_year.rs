//! Lets a licence code hold from before its order.
//!
//! The start of the contract was taken, not that of the order.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Tells too early a time.
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
                json!({ "license": code, "real_effect_time": "20200101000000" }),
            ),
            (HEARTBEAT, json!({ "license": code })),
        ]
    }
}
