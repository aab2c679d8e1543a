//! Sends empty texts for optional members that it does not use.
//!
//! The fields of the class are never null, and the customer has an account already.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Has nothing to tell.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        Some(AppInfo {
            admin_url: Some(String::new()),
            user_name: Some(String::new()),
            password: Some(String::new()),
            memo: Some(String::new()),
            ..app::app_info(call, instance)
        })
    }
}
