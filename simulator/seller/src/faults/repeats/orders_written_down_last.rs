//! Writes an order down behind everything else that it has to do.
//!
//! The account is made, the mail is sent, the answer is ready, and then the order is written down.
//! A call that comes meanwhile finds no order, and when the client goes away nobody writes it
//! down at all: the account is there, and the retry makes another.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling;
use crate::outcome::Outcome;
use crate::reply::Reply;
use crate::store::OrderKey;

/// Makes first, and remembers last.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<Books>);

#[derive(Debug, Default)]
struct Books {
    /// The key under which each order was made.
    known: BTreeMap<OrderKey, OrderKey>,
    /// The orders of calls that are being answered.
    pending: BTreeMap<u64, (OrderKey, OrderKey)>,
}

/// How long all the rest takes.
const WORK: Duration = Duration::from_secs(1);

impl Behaves {
    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let key = handling::order_key(call, purchase);
        let mut books = self.books();
        if let Some(known) = books.known.get(&key) {
            return known.clone();
        }
        if call.test {
            return key;
        }
        let own = OrderKey(format!("{}, call {}", key.0, call.number));
        books.pending.insert(call.number, (key, own.clone()));
        own
    }

    fn delay(&self, call: &Call) -> Duration {
        if self.books().pending.contains_key(&call.number) {
            WORK
        } else {
            Duration::ZERO
        }
    }

    fn finish(&self, call: &Call, _outcome: &Outcome, reply: Reply) -> Reply {
        let mut books = self.books();
        if let Some((order, own)) = books.pending.remove(&call.number) {
            books.known.insert(order, own);
        }
        reply
    }
}
