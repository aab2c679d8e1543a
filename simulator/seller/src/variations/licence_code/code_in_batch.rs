//! Activates and queries licence codes by the second version of the interface.
//!
//! Only one version has to be used.

use galleria_protocol::v2::licence_code::{ACTIVATE_BATCH, HEARTBEAT_BATCH};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Sends lists.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let list = || json!({ "license_list": [code] });
        vec![(ACTIVATE_BATCH, list()), (HEARTBEAT_BATCH, list())]
    }
}
