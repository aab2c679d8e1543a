//! Tells the password with the first answer only.
//!
//! It keeps a hash of the password, so a repeat says where the instance is and who logs in.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::Instance;

/// Leaves the password out of repeats.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        let mut answer = app::purchased(call, instance);
        if let Some(info) = &mut answer.app_info {
            info.password = None;
        }
        Ok(answer)
    }
}
