//! One saved case.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::market::{Billing, Subject};
use galleria_protocol::{Activity, Params};

use crate::profile::Profile;
use crate::scenario::Call;

/// The parameter that differs in every call [v1 §5.1].
const BUSINESS_ID: &str = "businessId";
/// The parameter that says that a call is one of the debug step [v1 §5].
pub(super) const TEST_FLAG: &str = "testFlag";
/// The parameter that names the scene.
pub(super) const ACTIVITY: &str = "activity";

/// A case of the debug step: a scene and the values of its form. It holds nothing that is made anew
/// at each call (time, nonce, signature, business id) and no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The rule book that it was made by: a name, or a path.
    pub profile: String,
    /// The scene.
    pub activity: Activity,
    /// The billing mode that the form was set to.
    pub billing: Billing,
    /// What it is for, in the words of whoever saved it.
    pub note: Option<String>,
    /// The values, by parameter.
    pub parameters: BTreeMap<String, String>,
    /// Parameters that are left out though every call has them.
    pub without: BTreeSet<String>,
}

impl Case {
    /// What is sent, but for date and signature. `businessId` is empty where it is made anew.
    pub fn content(&self, profile: &Profile) -> Params {
        let scene = profile.called(self.activity);
        let mut values = self.parameters.clone();
        let has_id = profile
            .request(scene)
            .iter()
            .any(|row| row.name == BUSINESS_ID);
        if has_id {
            values.entry(BUSINESS_ID.to_owned()).or_default();
        }
        values.insert(TEST_FLAG.to_owned(), profile.test_flag.debug.clone());
        let kept = values
            .into_iter()
            .filter(|(name, _)| !self.without.contains(name));
        let mut params = Params::new();
        params.push(ACTIVITY, scene);
        for (name, value) in kept {
            params.push(name, value);
        }
        params
    }

    /// The call as a scenario's step makes it.
    pub fn call(&self, profile: &Profile) -> Call {
        Call {
            subject: Subject {
                activity: self.activity,
                purchase: "debug".to_owned(),
                customer: "debug".to_owned(),
                test: true,
                order_of: None,
            },
            set: Vec::new(),
            without: Vec::new(),
            exactly: Some(self.content(profile)),
        }
    }

    /// The name under which it is saved where the user gives none: version, scene, and what tells it
    /// from other cases of the scene.
    pub fn name(&self, profile: &Profile) -> String {
        let scene = profile.called(self.activity);
        let detail = match self.activity {
            Activity::NewInstance => Some(self.billing.name().to_owned()),
            _ => ["scene", "status", "instanceStatus"]
                .iter()
                .find_map(|name| self.parameters.get(*name))
                .map(|value| value.to_lowercase().replace('_', "-")),
        };
        let api = profile.api.name();
        let named = detail.map_or_else(
            || format!("{api}-{scene}"),
            |detail| format!("{api}-{scene}-{detail}"),
        );
        named.replace(
            |letter: char| !letter.is_ascii_alphanumeric() && letter != '-',
            "-",
        )
    }
}
