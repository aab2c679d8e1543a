//! Answers 000004 to a call for an order that is being worked on.
//!
//! The lock ends with the call, however it ends; the next call finds the instance.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::behaviour::Turn;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Locks orders while it works on them.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Arc<Mutex<Locks>>);

#[derive(Debug, Default)]
struct Locks {
    taken: BTreeSet<String>,
    /// Calls that came while their order was locked.
    second: BTreeSet<u64>,
}

/// An order's lock, given back when it is dropped.
struct Lock {
    locks: Arc<Mutex<Locks>>,
    order: String,
}

impl Drop for Lock {
    fn drop(&mut self) {
        open(&self.locks).taken.remove(&self.order);
    }
}

fn open(locks: &Mutex<Locks>) -> MutexGuard<'_, Locks> {
    locks.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Behaviour for Behaves {
    fn turn<'a>(&'a self, call: &'a Call) -> Option<Turn<'a>> {
        let order = call.params.get("orderId")?.to_owned();
        if !call.is_real(Activity::NewInstance) {
            return None;
        }
        let mut locks = open(&self.0);
        if !locks.taken.insert(order.clone()) {
            locks.second.insert(call.number);
            return None;
        }
        let locks = Arc::clone(&self.0);
        let lock: Box<dyn Any + Send> = Box::new(Lock { locks, order });
        Some(Box::pin(async move { lock }))
    }

    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let second = open(&self.0).second.remove(&call.number);
        second.then_some(Refusal::Declined {
            code: code::PROCESSING,
            message: "the order is being processed",
        })
    }

    fn delay(&self, call: &Call) -> Duration {
        if call.is_real(Activity::NewInstance) {
            Duration::from_millis(100)
        } else {
            Duration::ZERO
        }
    }
}
