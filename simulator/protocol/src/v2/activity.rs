//! The activities, which the body's member `activity` tells apart.

use std::fmt;

/// An activity: what the marketplace wants of the seller [v2 §4].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Activity {
    /// A product was bought [v2 §4.1].
    NewInstance,
    /// What is known of instances [v2 §4.2].
    QueryInstance,
    /// An instance was renewed, changed with a renewal, a trial made formal, or a renewal refunded
    /// [v2 §4.3].
    RefreshInstance,
    /// An instance is frozen or unfrozen [v2 §4.4].
    UpdateInstanceStatus,
    /// An instance is to be deleted [v2 §4.5].
    ReleaseInstance,
    /// An instance gets a higher specification or more capacity [v2 §4.6].
    UpgradeInstance,
    /// May an instance be changed with its renewal? [v2 §4.7]
    ChangeInstanceCheck,
    /// An order was placed; a guide of its own, signed alike [v2 §4.8].
    OrderNotify,
}

impl Activity {
    /// Every activity.
    pub const ALL: [Activity; 8] = [
        Activity::NewInstance,
        Activity::QueryInstance,
        Activity::RefreshInstance,
        Activity::UpdateInstanceStatus,
        Activity::ReleaseInstance,
        Activity::UpgradeInstance,
        Activity::ChangeInstanceCheck,
        Activity::OrderNotify,
    ];

    /// The value of the member `activity`.
    pub fn name(self) -> &'static str {
        match self {
            Activity::NewInstance => "newInstance",
            Activity::QueryInstance => "queryInstance",
            Activity::RefreshInstance => "refreshInstance",
            Activity::UpdateInstanceStatus => "updateInstanceStatus",
            Activity::ReleaseInstance => "releaseInstance",
            Activity::UpgradeInstance => "upgradeInstance",
            Activity::ChangeInstanceCheck => "changeInstanceCheck",
            Activity::OrderNotify => "orderNotify",
        }
    }

    /// The activity of that name; case counts.
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
    fn names_lead_back_to_their_activity() {
        for known in Activity::ALL {
            assert_eq!(Activity::from_name(&known.to_string()), Some(known));
        }
    }

    #[test]
    fn names_of_the_first_version_are_unknown() {
        for name in [
            "upgrade",
            "instanceStatus",
            "expireInstance",
            "queryUsage",
            "",
        ] {
            assert_eq!(Activity::from_name(name), None, "{name}");
        }
    }
}
