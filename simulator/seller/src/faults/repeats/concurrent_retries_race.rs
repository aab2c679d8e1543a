//! Makes several instances for an order that comes several times at once.
//!
//! The order is looked up, and written down when the instance is there. Whoever looks in between
//! finds nothing and makes another one. Two methods: the look-up comes first, and what was not
//! found is inserted later without another look.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::behaviour::Turn;
use crate::call::Call;
use crate::handling;
use crate::store::OrderKey;
use crate::waiting::Meeting;

/// Looks, then acts.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<Books>);

#[derive(Debug, Default)]
struct Books {
    /// The key under which each order was written down.
    known: BTreeMap<String, OrderKey>,
    /// Calls whose look-up found nothing.
    strangers: BTreeSet<u64>,
    meetings: BTreeMap<String, Meeting>,
}

/// How long an instance is in the making, where nobody comes in between.
const MAKING: Duration = Duration::from_millis(250);

impl Behaves {
    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Behaviour for Behaves {
    fn turn<'a>(&'a self, call: &'a Call) -> Option<Turn<'a>> {
        let order = item(call);
        let mut books = self.books();
        if !call.is_real(Activity::NewInstance) || books.known.contains_key(&order) {
            return None;
        }
        books.strangers.insert(call.number);
        let meeting = books.meetings.entry(order).or_default().clone();
        Some(Box::pin(async move {
            meeting.wait(MAKING).await;
            Box::new(()) as Box<dyn Any + Send>
        }))
    }

    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let mut books = self.books();
        let key = handling::order_key(call, purchase);
        let order = item(call);
        if books.strangers.remove(&call.number) {
            let own = OrderKey(format!("{}, call {}", key.0, call.number));
            books.known.insert(order, own.clone());
            return own;
        }
        books.known.get(&order).cloned().unwrap_or(key)
    }
}

/// One item of an order: V1 tells it by its product, V2 by its line.
fn item(call: &Call) -> String {
    let of = |name: &str| call.params.get(name).unwrap_or_default();
    [of("orderId"), of("productId"), of("orderLineId")].join("\n")
}
