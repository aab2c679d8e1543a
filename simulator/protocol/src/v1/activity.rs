//! The scenes, which the query parameter `activity` tells apart.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A scene: what the marketplace wants of the seller [v1 §5].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Activity {
    /// A product was bought, or its buyer looks at it [v1 §5.1].
    NewInstance,
    /// An instance was renewed, a trial made formal, or a renewal cancelled [v1 §5.2].
    RefreshInstance,
    /// The paid time of an instance is over [v1 §5.3].
    ExpireInstance,
    /// An instance is to be deleted [v1 §5.4].
    ReleaseInstance,
    /// An instance gets a higher specification or more quantity [v1 §5.5].
    Upgrade,
    /// An instance is frozen or unfrozen [v1 §5.6].
    InstanceStatus,
    /// What is known of instances [v1 §5.7].
    QueryInstance,
}

impl Activity {
    /// Every scene.
    pub const ALL: [Activity; 7] = [
        Activity::NewInstance,
        Activity::RefreshInstance,
        Activity::ExpireInstance,
        Activity::ReleaseInstance,
        Activity::Upgrade,
        Activity::InstanceStatus,
        Activity::QueryInstance,
    ];

    /// The value of the parameter `activity`.
    pub fn name(self) -> &'static str {
        match self {
            Activity::NewInstance => "newInstance",
            Activity::RefreshInstance => "refreshInstance",
            Activity::ExpireInstance => "expireInstance",
            Activity::ReleaseInstance => "releaseInstance",
            Activity::Upgrade => "upgrade",
            Activity::InstanceStatus => "instanceStatus",
            Activity::QueryInstance => "queryInstance",
        }
    }

    /// The scene of that name; case counts.
    pub fn from_name(name: &str) -> Option<Activity> {
        Activity::ALL.into_iter().find(|known| known.name() == name)
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
        for known in Activity::ALL {
            assert_eq!(Activity::from_name(known.name()), Some(known));
        }
    }

    #[test]
    fn names_of_the_second_version_are_unknown() {
        for name in [
            "upgradeInstance",
            "updateInstanceStatus",
            "queryUsage",
            "NewInstance",
            "",
        ] {
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
