//! Leaves out `frontEndUrl`.
//!
//! The product has an administrator's console only, so only `adminUrl` is filled in.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Tells the console only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let mut info = app::app_info(call, instance);
        info.front_end_url = None;
        Some(info)
    }
}
