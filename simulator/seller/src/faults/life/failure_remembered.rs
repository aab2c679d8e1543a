//! Refuses an order for good once it has failed.
//!
//! The order is written down before it is served, and a repeat finds it there: "already processed",
//! although nothing ever was.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::{reply, Behaviour};
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reply::Reply;

/// Keeps a list of orders that failed.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    failed: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, reply: Reply) -> Reply {
        let order = call.params.get("orderId").unwrap_or_default();
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if !call.is_real(Activity::NewInstance) || outcome.is_unauthenticated() {
            return reply;
        }
        if !outcome.is_success() {
            failed.insert(order.to_owned());
            return reply;
        }
        if !failed.contains(order) {
            return reply;
        }
        drop(failed);
        let refusal = Refusal::Declined { code: code::INTERNAL_ERROR, message: "processed already" };
        let answer = self.refusal(call, &refusal);
        reply::compose(call, &Outcome { answer, refusal: Some(refusal) })
    }
}
