//! Never unlocks an order whose client went away while it was made.
//!
//! The lock is taken when the call comes and given back behind the answer, outside any `finally`.
//! When the connection breaks in between the framework drops the call, and the lock stays.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reply::Reply;
use crate::store::Instance;

/// Locks orders, and gives the locks back only when all goes well.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeMap<String, Lock>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    Taken,
    GivenBack,
}

/// How long a new order takes.
const WORK: Duration = Duration::from_secs(1);

impl Behaves {
    fn locks(&self) -> MutexGuard<'_, BTreeMap<String, Lock>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let Request::NewInstance(purchase) = request else {
            return None;
        };
        let order = item(&purchase.order_id, purchase.product_id.as_deref());
        let mut locks = self.locks();
        match locks.get(&order) {
            Some(Lock::GivenBack) => None,
            Some(Lock::Taken) => Some(Refusal::Declined {
                code: code::PROCESSING,
                message: "the order is being processed",
            }),
            None => {
                locks.insert(order, Lock::Taken);
                None
            }
        }
    }

    fn delay(&self, call: &Call) -> Duration {
        let taken = self.locks().get(&item_of(call)) == Some(&Lock::Taken);
        if taken && call.is_real(Activity::NewInstance) {
            WORK
        } else {
            Duration::ZERO
        }
    }

    fn finish(&self, call: &Call, outcome: &Outcome, reply: Reply) -> Reply {
        if call.is_real(Activity::NewInstance) && outcome.is_success() {
            self.locks().insert(item_of(call), Lock::GivenBack);
        }
        reply
    }
}

fn item_of(call: &Call) -> String {
    let order = call.params.get("orderId").unwrap_or_default();
    item(order, call.params.get("productId"))
}

/// One item of an order.
fn item(order: &str, product: Option<&str>) -> String {
    format!("{order}\n{}", product.unwrap_or_default())
}
