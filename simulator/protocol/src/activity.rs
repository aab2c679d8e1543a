//! The scenes, which `activity` tells apart.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::api::Api;
use crate::family::Family;

/// A scene: what the marketplace wants of the seller, in whatever version of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Activity {
    /// A product was bought, or (V1) its buyer looks at it [v1 §5.1, v2 §4.1].
    NewInstance,
    /// An instance was renewed, a trial made formal, or a renewal cancelled [v1 §5.2, v2 §4.3].
    RefreshInstance,
    /// The paid time of an instance is over [v1 §5.3]. V2 has no such scene: it freezes the
    /// instance by [`Activity::InstanceStatus`].
    ExpireInstance,
    /// An instance is to be deleted [v1 §5.4, v2 §4.5].
    ReleaseInstance,
    /// An instance gets a higher specification or more quantity [v1 §5.5, v2 §4.6].
    Upgrade,
    /// An instance is frozen or unfrozen [v1 §5.6, v2 §4.4].
    InstanceStatus,
    /// What is known of instances [v1 §5.7, v2 §4.2].
    QueryInstance,
    /// May an instance be changed at its renewal [v2 §4.7]?
    ChangeInstanceCheck,
    /// An order was placed; a guide of its own, signed as V2 is [v2 §4.8].
    OrderNotify,
    /// The user of an instance wants a licence, which is uploaded; licences opened online alone
    /// [licence §2.6].
    GetLicenseAsync,
}

impl Activity {
    /// Every scene of any version.
    pub const ALL: [Activity; 10] = [
        Activity::NewInstance,
        Activity::RefreshInstance,
        Activity::ExpireInstance,
        Activity::ReleaseInstance,
        Activity::Upgrade,
        Activity::InstanceStatus,
        Activity::QueryInstance,
        Activity::ChangeInstanceCheck,
        Activity::OrderNotify,
        Activity::GetLicenseAsync,
    ];

    /// Its name in scenarios: the value of `activity` in the oldest version that has the scene.
    pub fn name(self) -> &'static str {
        match self {
            Activity::NewInstance => "newInstance",
            Activity::RefreshInstance => "refreshInstance",
            Activity::ExpireInstance => "expireInstance",
            Activity::ReleaseInstance => "releaseInstance",
            Activity::Upgrade => "upgrade",
            Activity::InstanceStatus => "instanceStatus",
            Activity::QueryInstance => "queryInstance",
            Activity::ChangeInstanceCheck => "changeInstanceCheck",
            Activity::OrderNotify => "orderNotify",
            Activity::GetLicenseAsync => "getLicenseAsync",
        }
    }

    /// The value of `activity` in that version of the interface for SaaS products; `None` where it
    /// has no such scene.
    pub fn name_in(self, api: Api) -> Option<&'static str> {
        match (api, self) {
            (Api::V1, Activity::ChangeInstanceCheck | Activity::OrderNotify)
            | (Api::V2, Activity::ExpireInstance)
            | (_, Activity::GetLicenseAsync) => None,
            (Api::V2, Activity::Upgrade) => Some("upgradeInstance"),
            (Api::V2, Activity::InstanceStatus) => Some("updateInstanceStatus"),
            _ => Some(self.name()),
        }
    }

    /// The scene that stands for it in that version: V2 has no expiry, an instance whose time is
    /// over is frozen [v2 §4.4].
    #[must_use]
    pub fn played_in(self, api: Api) -> Activity {
        match (api, self) {
            (Api::V2, Activity::ExpireInstance) => Activity::InstanceStatus,
            _ => self,
        }
    }

    /// The scene of that name in that version; case counts.
    pub fn from_name_in(api: Api, name: &str) -> Option<Activity> {
        let mut all = Activity::ALL.into_iter();
        all.find(|known| known.name_in(api) == Some(name))
    }

    /// The scene of that name in whatever version, of whatever family; case counts.
    pub fn from_name(name: &str) -> Option<Activity> {
        let mut versions = Api::ALL.into_iter();
        versions.find_map(|api| Some(Family::called(api, name)?.1))
    }

    /// The scenes of that version.
    pub fn all_in(api: Api) -> impl Iterator<Item = Activity> {
        let known = move |activity: &Activity| activity.name_in(api).is_some();
        Activity::ALL.into_iter().filter(known)
    }
}

impl fmt::Display for Activity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_scene() {
        for api in Api::ALL {
            for known in Activity::all_in(api) {
                let name = known.name_in(api).unwrap();
                assert_eq!(Activity::from_name_in(api, name), Some(known));
                assert_eq!(Activity::from_name(name), Some(known));
            }
        }
        for known in Activity::ALL {
            assert_eq!(Activity::from_name(known.name()), Some(known));
        }
    }

    #[test]
    fn names_of_one_version_are_unknown_in_the_other() {
        for name in [
            "upgradeInstance",
            "updateInstanceStatus",
            "changeInstanceCheck",
            "orderNotify",
        ] {
            assert_eq!(Activity::from_name_in(Api::V1, name), None, "{name}");
        }
        for name in ["upgrade", "instanceStatus", "expireInstance"] {
            assert_eq!(Activity::from_name_in(Api::V2, name), None, "{name}");
        }
        for name in ["queryUsage", "NewInstance", ""] {
            assert_eq!(Activity::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn serde_writes_the_name() {
        for known in Activity::ALL {
            let json = serde_json::to_string(&known).unwrap();
            assert_eq!(json, format!("\"{known}\""));
            assert_eq!(serde_json::from_str::<Activity>(&json).unwrap(), known);
        }
    }
}
