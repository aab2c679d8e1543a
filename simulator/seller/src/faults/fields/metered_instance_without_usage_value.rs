//! Leaves the value out of a usage figure.
//!
//! A zero is taken for "nothing to say" by the JSON library, and new instances have used nothing.

use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Tells the time of a figure, not the figure.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let mut figures = instance.metered.then(|| usage::figures(call))?;
        for figure in &mut figures {
            figure.usage_value = None;
        }
        Some(figures)
    }
}
