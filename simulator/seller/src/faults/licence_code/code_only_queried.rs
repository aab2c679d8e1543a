//! Takes the query of a licence code for its activation.
//!
//! One call seemed to be enough.

use galleria_protocol::v2::licence_code::HEARTBEAT;
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Never activates.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        vec![(HEARTBEAT, json!({ "license": code }))]
    }
}
