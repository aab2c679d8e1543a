//! Refuses an order that comes again behind a renewal of what it bought.
//!
//! The row holds the order that it was paid by last, so that the first order is no longer found,
//! and its instance exists already.

use std::collections::BTreeSet;

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::handling::app;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Knows the last order.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| matches!(request, Request::RefreshInstance(_)))?;
        self.0.open().insert(instance.id.clone());
        None
    }

    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        if self.0.open().contains(&instance.id) {
            return Err(declined("the instance exists already"));
        }
        Ok(app::purchased(call, instance))
    }
}
