//! Starts the work again when an order comes again before it is done.
//!
//! Orders are written down with the finished instance, so that a retry meanwhile finds nothing.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::Instance;

/// Tells a new id for every delivery of a pending order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        let mut answer: Answer = app::pending(call, instance);
        let repeated = call.params.get("businessId") != Some(instance.id.as_str());
        if repeated {
            answer.instance_id = call.params.get("businessId").map(ToOwned::to_owned);
        }
        Ok(answer)
    }
}
