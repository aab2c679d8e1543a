//! Tells the front end URL and nothing else.
//!
//! The customer logs in with an account that exists already, so there are no credentials to send.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Sends no credentials.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let front_end_url = app::app_info(call, instance).front_end_url;
        Some(AppInfo {
            front_end_url,
            ..AppInfo::default()
        })
    }
}
