//! Refuses an order for good once it has failed.
//!
//! The order is written down before it is served, and a repeat finds it there: "already
//! processed", although nothing ever was.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reply::Reply;
use crate::{Behaviour, reply};

/// Keeps a list of orders that failed.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    failed: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, reply: Reply) -> Reply {
        if !call.is_real(Activity::NewInstance) || outcome.is_unauthenticated() {
            return reply;
        }
        let order = call.params.get("orderId").unwrap_or_default();
        if !outcome.is_success() {
            self.failed().insert(order.to_owned());
            return reply;
        }
        if !self.failed().contains(order) {
            return reply;
        }
        let refusal = Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "processed already",
        };
        let answer = self.refusal(call, &refusal);
        reply::compose(
            call,
            &Outcome {
                answer,
                refusal: Some(refusal),
            },
        )
    }
}

impl Behaves {
    fn failed(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
