//! Refuses an application for a licence that it has met already.
//!
//! The event is a primary key, and a second row breaks it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::code;
use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Keeps the events that it met.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        application: &GetLicenseAsync,
        _instance: &Instance,
    ) -> Option<Refusal> {
        let mut met = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = met.insert(application.event_id.clone());
        (!first).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "duplicate key",
        })
    }
}
