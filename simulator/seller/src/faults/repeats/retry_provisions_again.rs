//! Answers the old instance to a repeat, but makes a second one.
//!
//! The id is looked up for the answer; the job that creates the tenant is started before that, for
//! every call.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::{Instance, OrderKey};

/// Adds an instance that nobody is told of.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        let hidden = format!("{}-{}", instance.id, call.number);
        call.seller
            .store()
            .purchase(&OrderKey(hidden.clone()), &mut || Instance {
                id: hidden.clone(),
                ..instance.clone()
            });
        Ok(app::purchased(call, instance))
    }
}
