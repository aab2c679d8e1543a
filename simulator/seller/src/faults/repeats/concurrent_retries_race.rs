//! Makes several instances for an order that comes several times at once.
//!
//! The order is looked up, the instance is made, and then the order is written down. A call that
//! comes in between finds nothing. Two methods: making takes time, and who comes meanwhile is a
//! stranger.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::NewInstance;
use tokio::time::Instant;

use crate::call::Call;
use crate::store::OrderKey;
use crate::{Behaviour, waiting};

/// Does not see an order that is being served.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    begun: Mutex<BTreeMap<String, Instant>>,
}

impl Behaviour for Behaves {
    fn order_key(&self, purchase: &NewInstance) -> OrderKey {
        let now = waiting::now();
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        match begun.get(&purchase.order_id) {
            Some(begun) if now.duration_since(*begun) < MAKING => {
                OrderKey(purchase.business_id.clone())
            }
            Some(_) => OrderKey(purchase.order_id.clone()),
            None => {
                begun.insert(purchase.order_id.clone(), now);
                OrderKey(purchase.order_id.clone())
            }
        }
    }

    fn delay(&self, call: &Call) -> Duration {
        if call.activity == Some(Activity::NewInstance) {
            MAKING
        } else {
            Duration::ZERO
        }
    }
}

/// How long an instance is in the making.
const MAKING: Duration = Duration::from_millis(40);
