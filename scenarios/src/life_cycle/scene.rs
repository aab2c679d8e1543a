//! The life of an order as a table: which scene leads from where to where.

use galleria_protocol::{Activity, Api};
use serde::{Deserialize, Serialize};

/// Where an order stands, by what the marketplace has done so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Not placed.
    Nothing,
    /// Delivered and in use.
    Active,
    /// Frozen by a status call.
    Frozen,
    /// Its time is over.
    Expired,
    /// Released.
    Released,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] = [
        Self::Nothing,
        Self::Active,
        Self::Frozen,
        Self::Expired,
        Self::Released,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Active => "active",
            Self::Frozen => "frozen",
            Self::Expired => "expired",
            Self::Released => "released",
        }
    }
}

/// What happens to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scene {
    /// It is placed and delivered.
    Buy,
    /// It is renewed; after its end too.
    Renew,
    /// It is upgraded.
    Upgrade,
    /// The marketplace asks for it.
    Query,
    /// Its time is over.
    Expire,
    /// A status call freezes it.
    Freeze,
    /// A status call lifts the freeze.
    Unfreeze,
    /// It is released: after its end, or because it was refunded.
    Release,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 8] = [
        Self::Buy,
        Self::Renew,
        Self::Upgrade,
        Self::Query,
        Self::Expire,
        Self::Freeze,
        Self::Unfreeze,
        Self::Release,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Buy => "buy",
            Self::Renew => "renew",
            Self::Upgrade => "upgrade",
            Self::Query => "query",
            Self::Expire => "expire",
            Self::Freeze => "freeze",
            Self::Unfreeze => "unfreeze",
            Self::Release => "release",
        }
    }

    /// The call that it is.
    pub fn activity(self) -> Activity {
        match self {
            Self::Buy => Activity::NewInstance,
            Self::Renew => Activity::RefreshInstance,
            Self::Upgrade => Activity::Upgrade,
            Self::Query => Activity::QueryInstance,
            Self::Expire => Activity::ExpireInstance,
            Self::Freeze | Self::Unfreeze => Activity::InstanceStatus,
            Self::Release => Activity::ReleaseInstance,
        }
    }

    /// The parameter and its value that tell a freeze from its end [v1 §5.6, v2 §4.4].
    pub fn status(self, api: Api) -> Option<(&'static str, &'static str)> {
        match (self, api) {
            (Self::Freeze, Api::V1) => Some(("instanceStatus", "FREEZE")),
            (Self::Unfreeze, Api::V1) => Some(("instanceStatus", "NORMAL")),
            (Self::Freeze, Api::V2) => Some(("status", "FREEZE")),
            (Self::Unfreeze, Api::V2) => Some(("status", "UNFREEZE")),
            _ => None,
        }
    }

    /// The scene of a call with these set parameters.
    pub fn of(activity: Activity, set: &[(String, String)]) -> Option<Self> {
        let lifted = set.iter().any(|(_, value)| {
            let value = value.as_str();
            value == "NORMAL" || value == "UNFREEZE"
        });
        match activity {
            Activity::InstanceStatus if lifted => Some(Self::Unfreeze),
            _ => Self::ALL.into_iter().find(|s| s.activity() == activity),
        }
    }

    /// Where the scene leads an order that stands at `from`; `None` where the marketplace has no such
    /// scene for it. A renewal of what is gone must be refused, and leaves it gone.
    pub fn leads(self, from: Standing) -> Option<Standing> {
        match (from, self) {
            (Standing::Active | Standing::Expired, Self::Renew)
            | (Standing::Nothing, Self::Buy)
            | (Standing::Active, Self::Upgrade | Self::Query)
            | (Standing::Frozen, Self::Unfreeze) => Some(Standing::Active),
            (Standing::Active, Self::Freeze) | (Standing::Frozen, Self::Query) => {
                Some(Standing::Frozen)
            }
            (Standing::Active, Self::Expire) => Some(Standing::Expired),
            (Standing::Active | Standing::Frozen | Standing::Expired, Self::Release)
            | (Standing::Released, Self::Renew) => Some(Standing::Released),
            _ => None,
        }
    }

    /// Whether an order that stands at `now` may be told of this scene once more: the platform
    /// retries what an answer was late for, and buyers open the page of what they bought.
    pub fn comes_again(self, now: Standing) -> bool {
        match self {
            Self::Buy | Self::Renew | Self::Upgrade | Self::Unfreeze => now == Standing::Active,
            Self::Freeze => now == Standing::Frozen,
            Self::Expire => now == Standing::Expired,
            Self::Release => now == Standing::Released,
            Self::Query => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_released_stays_so() {
        for scene in Scene::ALL {
            let to = scene.leads(Standing::Released);
            assert!(to.is_none_or(|to| to == Standing::Released), "{scene:?}");
        }
    }

    #[test]
    fn a_status_tells_a_freeze_from_its_end() {
        for api in Api::ALL {
            for scene in [Scene::Freeze, Scene::Unfreeze] {
                let (name, value) = scene.status(api).expect("a status has a value");
                let set = vec![(name.to_owned(), value.to_owned())];
                assert_eq!(Scene::of(Activity::InstanceStatus, &set), Some(scene));
            }
        }
    }
}
