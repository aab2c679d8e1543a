//! Makes several instances for an order that comes several times at once, once its customer has had something released.
//!
//! The lock of a customer is deleted with what the customer had. Orders of new customers are
//! looked up and written down under it; those of customers who come back are not.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use galleria_protocol::v1::request::{NewInstance, Request};
use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::behaviour::Turn;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::handling;
use crate::outcome::Refusal;
use crate::store::{Instance, OrderKey};
use crate::waiting::Meeting;

/// Looks, then acts, for those who come back.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<Books>);

#[derive(Debug, Default)]
struct Books {
    /// Customers whose lock is gone.
    unlocked: BTreeSet<String>,
    /// The key under which each order was written down.
    known: BTreeMap<String, OrderKey>,
    /// Calls whose look-up found nothing.
    strangers: BTreeSet<u64>,
    meetings: BTreeMap<String, Meeting>,
}

/// How long an instance is in the making, where nobody comes in between.
const MAKING: Duration = Duration::from_millis(20);

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if let (Request::ReleaseInstance(_), Some(instance), Api::V1) =
            (request, instance, call.api)
        {
            let customer = instance.customer_id.clone();
            self.0.open().unlocked.insert(customer);
        }
        None
    }

    fn turn<'a>(&'a self, call: &'a Call) -> Option<Turn<'a>> {
        let order = call.params.get("orderId")?.to_owned();
        let customer = call.params.get("customerId")?;
        let mut books = self.0.open();
        let ordinary = !books.unlocked.contains(customer) || books.known.contains_key(&order);
        if !call.is_real(Activity::NewInstance) || ordinary {
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
        let mut books = self.0.open();
        let key = handling::order_key(call, purchase);
        if books.strangers.remove(&call.number) {
            let own = OrderKey(format!("{}, call {}", key.0, call.number));
            books.known.insert(purchase.order_id.clone(), own.clone());
            return own;
        }
        books.known.get(&purchase.order_id).cloned().unwrap_or(key)
    }
}
