//! Asks how a licence code stands before it is activated.
//!
//! The daily query runs at the start of the software.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Asks too early.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let named = || json!({ "license": code });
        vec![(HEARTBEAT, named()), (ACTIVATE, named())]
    }
}
