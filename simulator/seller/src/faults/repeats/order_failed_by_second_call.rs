//! Refuses an order for good once a second call for it came while the first was under way.
//!
//! The second call fails on the row that the first has locked, and the error handler writes
//! "failed" into it. The first call is answered well; every later one reads the row.

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

/// Writes down what went wrong, in the wrong row.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeMap<String, State>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    UnderWay,
    Done,
    Failed,
}

/// How long a call is under way.
const WORK: Duration = Duration::from_millis(100);

impl Behaves {
    fn orders(&self) -> MutexGuard<'_, BTreeMap<String, State>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if !matches!(request, Request::NewInstance(_)) {
            return None;
        }
        let order = item(call);
        let mut orders = self.orders();
        match orders.get(&order) {
            None => {
                orders.insert(order, State::UnderWay);
                None
            }
            Some(State::Done) => None,
            Some(State::UnderWay | State::Failed) => {
                orders.insert(order, State::Failed);
                Some(Refusal::Declined {
                    code: code::INTERNAL_ERROR,
                    message: "the order has failed",
                })
            }
        }
    }

    fn delay(&self, call: &Call) -> Duration {
        if call.is_real(Activity::NewInstance) {
            WORK
        } else {
            Duration::ZERO
        }
    }

    fn finish(&self, call: &Call, outcome: &Outcome, reply: Reply) -> Reply {
        if call.is_real(Activity::NewInstance) && outcome.is_success() {
            let order = item(call);
            let mut orders = self.orders();
            if orders.get(&order) == Some(&State::UnderWay) {
                orders.insert(order, State::Done);
            }
        }
        reply
    }
}

/// The item of an order that a call is about.
fn item(call: &Call) -> String {
    let told = ["orderId", "orderLineId", "productId"];
    let told = told.map(|name| call.params.get(name).unwrap_or_default());
    told.join("\n")
}
