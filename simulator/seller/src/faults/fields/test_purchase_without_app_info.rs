//! Answers a test purchase without appInfo.
//!
//! A test call makes no instance, so there is nowhere to log in. The debug step asks for the
//! address all the same.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Tells nothing of a made-up instance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        (!call.test).then(|| app::app_info(call, instance))
    }
}
