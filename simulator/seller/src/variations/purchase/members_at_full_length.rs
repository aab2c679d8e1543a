//! Fills the members that have a longest length.
//!
//! Ids, addresses and texts are as long as the tables allow, in characters beyond ASCII where there
//! is text.

use galleria_protocol::v1::answer::AppInfo;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Outcome;
use crate::store::Instance;

/// Uses all the room.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        let address = |path: &str| {
            let begin = format!("{}/{path}?ticket=", call.seller.site());
            Some(format!("{begin:x<512}"))
        };
        Some(AppInfo {
            front_end_url: address("app"),
            admin_url: address("admin"),
            memo: Some("备".repeat(1024)),
            ..app::app_info(call, instance)
        })
    }

    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        document.insert("resultMsg".to_owned(), "好".repeat(255).into());
        document
    }
}
