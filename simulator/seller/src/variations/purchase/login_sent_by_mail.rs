//! Tells nothing of where the application is, but for test calls.
//!
//! The pages let a seller send the login by mail. The debug step wants the address all the same,
//! and a query has to name it.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Leaves appInfo out of real purchases.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        (!call.is_real(Activity::NewInstance)).then(|| app::app_info(call, instance))
    }
}
