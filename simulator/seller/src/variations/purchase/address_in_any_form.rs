//! Tells addresses with a port, a query, a fragment and a host beyond ASCII, over plain HTTP.
//!
//! All of that is an address; the page asks for one and for nothing more.

use galleria_protocol::v1::answer::AppInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Is found elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        Some(AppInfo {
            front_end_url: Some("http://应用.example:8443/app?tenant=1&x=%20#/start".to_owned()),
            admin_url: Some("https://[2001:db8::1]/admin".to_owned()),
            ..app::app_info(call, instance)
        })
    }
}
