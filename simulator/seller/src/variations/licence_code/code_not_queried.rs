//! Never asks how a licence code stands.
//!
//! The query comes with the first use of a day.

use galleria_protocol::v2::licence_code::ACTIVATE;
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Has no user yet.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        vec![(ACTIVATE, json!({ "license": code }))]
    }
}
