//! What somebody asks for.

use galleria_marketplace::market::Subject;
use galleria_protocol::Api;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use super::portal::Membership;
use crate::life_cycle::{Scene, Way};
use crate::scenario::{Call, Verb};

/// So many calls are made at the same moment, where that is asked for.
const AT_ONCE: u32 = 3;

/// A scene of a purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The purchase, by the name that it has here; a first [`Scene::Buy`] of it places its order.
    pub purchase: String,
    /// The customer who buys, by name.
    pub customer: String,
    /// What happens to it.
    pub scene: Scene,
    /// How it is delivered. [`Way::Again`] makes the latest delivery of that scene again.
    pub way: Way,
    /// Whether it is bought on trial; for [`Scene::Buy`] in V1, where the call tells it.
    pub trial: bool,
    /// Whether a delivery that fails is made again, and how fast.
    pub retries: Retries,
}

/// The retries of the platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Retries {
    /// They do not: one call is made.
    #[default]
    Never,
    /// An hour of the platform's takes five seconds.
    Compressed,
    /// As the platform makes them.
    RealTime,
}

impl Retries {
    /// By how much time is compressed; `None` where there are no retries.
    pub(super) fn factor(self) -> Option<u32> {
        match self {
            Self::Never => None,
            Self::Compressed => Some(3600 / 5),
            Self::RealTime => Some(1),
        }
    }
}

/// What a buyer does with the application that was bought, which the kit tells the seller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitDeed {
    /// The purchase, by its name.
    pub purchase: String,
    /// What is done.
    pub membership: Membership,
}

/// What may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// A scene of a purchase.
    Order(Deed),
    /// The enterprise of whoever bought it.
    Enterprise(KitDeed),
}

/// A deed that was asked for. Who asked is told when it is done; retries come later.
#[derive(Debug)]
pub struct Asked {
    /// The deed.
    pub errand: Errand,
    /// Told when it is done.
    pub done: oneshot::Sender<()>,
}

impl Deed {
    /// The step that does it; `last` is the step of the latest delivery of that scene.
    pub(super) fn verb(&self, api: Api, last: Option<u32>) -> Result<Verb, String> {
        let call = || self.call(api);
        Ok(match self.way {
            Way::Once => Verb::Send(call()),
            Way::Lost => Verb::LoseAnswer(call()),
            Way::AtOnce => Verb::Burst {
                call: call(),
                times: AT_ONCE,
            },
            Way::Again => {
                let step = last.ok_or("nothing of that kind was delivered before")?;
                Verb::Resend { step }
            }
        })
    }

    fn call(&self, api: Api) -> Call {
        let mut set = Vec::new();
        let mut put = |name: &str, value: &str| set.push((name.to_owned(), value.to_owned()));
        if let Some((name, value)) = self.scene.status(api) {
            put(name, value);
        }
        if self.trial && self.scene == Scene::Buy && api == Api::V1 {
            put("trialFlag", "1");
            put("orderAmount", "0");
        }
        Call {
            subject: Subject {
                activity: self.scene.activity(),
                purchase: self.purchase.clone(),
                customer: self.customer.clone(),
                test: false,
                order_of: None,
            },
            set,
            without: Vec::new(),
            exactly: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deed(scene: Scene, way: Way) -> Deed {
        Deed {
            purchase: "order 1".to_owned(),
            customer: "customer".to_owned(),
            scene,
            way,
            trial: true,
            retries: Retries::Never,
        }
    }

    #[test]
    fn a_trial_is_told_where_a_call_tells_it() {
        let set = |api| deed(Scene::Buy, Way::Once).call(api).set;
        assert_eq!(set(Api::V1).len(), 2);
        assert!(set(Api::V2).is_empty());
    }

    #[test]
    fn nothing_is_delivered_again_that_was_not_delivered() {
        let again = deed(Scene::Renew, Way::Again);
        assert!(again.verb(Api::V1, None).is_err());
        assert!(matches!(
            again.verb(Api::V1, Some(4)),
            Ok(Verb::Resend { step: 4 })
        ));
    }
}
