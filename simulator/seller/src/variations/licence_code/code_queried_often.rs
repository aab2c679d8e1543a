//! Asks three times how a licence code stands, and says for whom.
//!
//! The query may come as often as it likes.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Asks again.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let info = json!({ "thirdPartyAccount": "u", "ip": "192.0.2.1" });
        let query = || (HEARTBEAT, json!({ "license": code, "heartbeatInfo": info }));
        let activation = (ACTIVATE, json!({ "license": code }));
        vec![activation, query(), query(), query()]
    }
}
