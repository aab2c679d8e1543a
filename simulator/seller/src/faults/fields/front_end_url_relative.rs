//! Sends a front end URL without scheme and host.
//!
//! Inside the seller's own site `/app` is enough. The customer follows the link from elsewhere.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Tells a path.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let mut info = app::app_info(call, instance);
        info.front_end_url = Some("/app".to_owned());
        Some(info)
    }
}
