//! Extends twice where a query lies between a renewal and its retry.
//!
//! The last order is kept in a cache of one place, which the query takes. The retry is then done
//! once more; it shows when the instance expires, which by the seller's books it does not yet.

use std::collections::BTreeSet;

use galleria_protocol::Activity;
use galleria_protocol::v1::answer::AppInfo;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::handling::app;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Remembers one thing at a time.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<Cache>);

#[derive(Debug, Default)]
struct Cache {
    last_order: Option<String>,
    extended_twice: BTreeSet<String>,
}

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance?;
        let mut cache = self.0.open();
        match request {
            Request::RefreshInstance(renewal) => {
                let again = instance.applied.contains(&renewal.order_id);
                if again && cache.last_order.as_ref() != Some(&renewal.order_id) {
                    cache.extended_twice.insert(instance.id.clone());
                }
                cache.last_order = Some(renewal.order_id.clone());
                None
            }
            Request::ExpireInstance(_) if cache.extended_twice.contains(&instance.id) => {
                Some(declined("the instance is paid for another year"))
            }
            _ => None,
        }
    }

    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        if call.is_real(Activity::QueryInstance) {
            self.0.open().last_order = None;
        }
        Some(app::app_info(call, instance))
    }
}
