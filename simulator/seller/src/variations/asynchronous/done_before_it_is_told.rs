//! Answers purchases with 000000 while their instances are still being made.
//!
//! newInstance is not to wait; queryInstance tells how it went [v2 §4.1].

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::Instance;

/// Takes the order, and tells of the instance two questions later.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        Ok(app::purchased(call, instance))
    }
}
