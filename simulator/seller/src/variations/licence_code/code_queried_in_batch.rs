//! Asks for its licence codes by the second version of the query.
//!
//! Only one version of each call has to be used.

use galleria_protocol::v2::licence_code::{ACTIVATE, HEARTBEAT_BATCH};
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Asks for several at once.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let codes = json!({ "license_list": [{ "license": code }] });
        vec![
            (ACTIVATE, json!({ "license": code })),
            (HEARTBEAT_BATCH, codes),
        ]
    }
}
