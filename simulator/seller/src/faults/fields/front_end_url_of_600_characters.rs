//! Sends a front end URL longer than 512 characters.
//!
//! A whole login token rides in the address.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Adds a long query.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let mut info = app::app_info(call, instance);
        info.front_end_url = Some(format!("{}/app?token={:t<600}", call.seller.site(), ""));
        Some(info)
    }
}
