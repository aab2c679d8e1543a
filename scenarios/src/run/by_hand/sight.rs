//! What is to be seen of a market that is run by hand.

use std::time::Duration;

use galleria_marketplace::identity::TenantNumber;
use galleria_marketplace::market::Purchase;
use galleria_marketplace::transcript::Exchange;

use super::portal::Membership;
use crate::life_cycle::{LifeCycle, Scene, Standing};
use crate::rule::Finding;

/// The market as it stands.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// What was bought, in the order in which it was bought.
    pub bought: Vec<Bought>,
    /// The latest calls, the latest one last.
    pub calls: Vec<Exchange>,
    /// How many calls were made.
    pub made: usize,
    /// What the rules find in all calls so far, by rule.
    pub findings: Vec<(String, Finding)>,
    /// Why the last thing that was asked for was not done.
    pub left_out: Option<String>,
    /// Whether something is being done.
    pub under_way: bool,
    /// What is still to be made again.
    pub due: Vec<Again>,
}

/// One purchase.
#[derive(Clone, Debug)]
pub struct Bought {
    /// The name that it has here.
    pub name: String,
    /// As the marketplace's books hold it.
    pub purchase: Purchase,
    /// Where it stands.
    pub standing: Standing,
    /// How much of its life was played.
    pub life: LifeCycle,
    /// The enterprise of its customer, where the seller is called over the kit.
    pub enterprise: Option<Enterprise>,
}

/// The enterprise that a purchase is bound to.
#[derive(Clone, Debug, Default)]
pub struct Enterprise {
    /// What may happen to the binding as it stands.
    pub next: Vec<Membership>,
    /// Its number at the identity centre; absent before it is bound.
    pub number: Option<TenantNumber>,
    /// The id of tenantSync.
    pub tenant_id: Option<String>,
    /// The address of its identity centre, as tenantSync tells it.
    pub domain: Option<String>,
    /// The accounts that the application is granted to.
    pub accounts: Vec<Account>,
}

/// An account of an enterprise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub user_name: String,
    /// `user` or `admin`.
    pub role: &'static str,
    /// Where the portal logs it in; absent where it may not, or the login address is not known.
    pub entry: Option<String>,
}

/// A delivery that is to be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The purchase.
    pub purchase: String,
    /// What is delivered.
    pub scene: Scene,
    /// How often at most.
    pub times: usize,
    /// How long from now the next one is due.
    pub within: Duration,
}

impl Bought {
    /// The scenes that the marketplace may have for it as it stands.
    pub fn scenes(&self) -> impl Iterator<Item = Scene> {
        let played = self.life.edges.iter().map(|edge| edge.edge);
        let own: Vec<_> = played.filter(|edge| edge.from == self.standing).collect();
        let has = move |scene: &Scene| own.iter().any(|edge| edge.scene == *scene);
        Scene::ALL.into_iter().filter(has)
    }
}
