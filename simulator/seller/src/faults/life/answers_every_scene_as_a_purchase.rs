//! Answers every scene with the members of a purchase.
//!
//! One handler that never looks at `activity`: it finds the order or the instance and describes
//! it.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value, json};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Adds the instance to every success.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::ExpireInstance) && outcome.is_success() {
            let id = call.params.get("instanceId").unwrap_or_default();
            let site = format!("{}/app", call.seller.site());
            document.insert("instanceId".to_owned(), id.into());
            document.insert("appInfo".to_owned(), json!({ "frontEndUrl": site }));
        }
        document
    }
}
