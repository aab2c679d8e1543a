//! Binds the licence to instance and device alone.
//!
//! Another event of the same device gets the same licence.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::{LicenceBehaviour, text};

/// Leaves the event out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn text(&self, call: &Call, application: &GetLicenseAsync) -> String {
        let bound = GetLicenseAsync {
            event_id: String::new(),
            ..application.clone()
        };
        text(call, &bound)
    }
}
