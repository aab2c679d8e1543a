//! Activates a licence code at every start.
//!
//! It does not remember that it was activated.

use galleria_protocol::v2::licence_code::ACTIVATE;
use serde_json::json;

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Activates twice.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, code: &str) -> Vec<CodeCall> {
        let activation = || json!({ "license": code });
        vec![(ACTIVATE, activation()), (ACTIVATE, activation())]
    }

    fn takes_refused_code(&self) -> bool {
        true
    }
}
