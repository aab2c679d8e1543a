//! Encrypts the login in V2 as V1 has it.
//!
//! The code that fills appInfo was taken along when the seller moved to V2.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Encrypts whatever the version.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let mut info = app::app_info(call, instance);
        if call.api == Api::V2 {
            info.user_name = info.user_name.map(|plain| app::sealed(call, &plain));
            info.password = info.password.map(|plain| app::sealed(call, &plain));
        }
        Some(info)
    }
}
