//! Tells what was used since the last query.
//!
//! The counter is read and set back, as the job that writes statistics has it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Sets the counter back.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = asked.insert(instance.id.clone());
        let mut figures = usage::figures(call);
        for figure in figures.iter_mut().filter(|_| !first) {
            figure.usage_value = Some(0.25);
        }
        instance.metered.then_some(figures)
    }
}
