//! Puts a new ticket into the front end URL of every answer.
//!
//! Who follows the link is logged in by it; the instance behind it stays the same.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Adds a ticket to the address.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let mut info = app::app_info(call, instance);
        let site = info.front_end_url.unwrap_or_default();
        info.front_end_url = Some(format!("{site}?ticket={}", call.number));
        Some(info)
    }
}
