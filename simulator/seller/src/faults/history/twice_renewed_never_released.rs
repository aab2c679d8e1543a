//! Refuses the release of an expired instance that was renewed twice.
//!
//! Whether the retention period is over is counted from an end to which each renewal adds a year.

use std::collections::BTreeMap;

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Adds years.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, u32>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance?;
        let mut renewed = self.0.open();
        match request {
            Request::RefreshInstance(renewal) if !instance.applied.contains(&renewal.order_id) => {
                *renewed.entry(instance.id.clone()).or_default() += 1;
                None
            }
            Request::ReleaseInstance(_) if instance.condition.expired => {
                let years = renewed.get(&instance.id).copied().unwrap_or_default();
                (years > 1).then(|| declined("the retention period is not over"))
            }
            _ => None,
        }
    }
}
