//! Makes another instance for each repeat of an order, and tells the first one.
//!
//! The order is looked up for the answer; the tenant is made before anybody has looked. Nobody sees
//! it in the answers.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::{Instance, OrderKey};

/// Answers rightly, and does the work again.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        let hidden = format!("{}-{}", instance.id, call.number);
        let order = OrderKey(hidden.clone());
        call.seller.store().purchase(&order, &mut || Instance {
            id: hidden.clone(),
            ..instance.clone()
        });
        Ok(app::purchased(call, instance))
    }
}
