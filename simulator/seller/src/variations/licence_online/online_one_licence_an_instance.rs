//! Has one licence for each instance and no more.
//!
//! A second application, by another event, is answered 000900: the quota is used up.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Counts licences.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeMap<String, String>>);

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
        instance: &Instance,
    ) -> Option<Refusal> {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let event = &application.event_id;
        let first = given
            .entry(instance.id.clone())
            .or_insert_with(|| event.clone());
        (first != event).then_some(Refusal::Declined {
            code: "000900",
            message: "no licence is left",
        })
    }
}
