//! From the calls of a scenario to the edges that its purchases went along.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::State;
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, Api, Family};

use super::edge::{Edge, Way};
use super::scene::{Scene, Standing};
use crate::rule::sent;

/// What became of one purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Where it stands.
    pub standing: Standing,
    /// The edges that it went along.
    pub edges: BTreeSet<Edge>,
}

impl Walk {
    /// The walk of a purchase that nobody was called about: nothing has happened, or the marketplace has made
    /// what was bought and told nobody.
    pub fn untold(family: Family) -> Self {
        let made = Edge {
            from: Standing::Nothing,
            scene: Scene::Buy,
            way: Way::Once,
        };
        if family.is_made_by_the_marketplace() {
            return Self {
                standing: made.to(),
                edges: BTreeSet::from([made]),
            };
        }
        Self {
            standing: made.from,
            edges: BTreeSet::new(),
        }
    }
}

/// The family that a call is of, by the name of its scene.
fn family(exchange: &Exchange) -> Family {
    let named = Family::called(Api::V2, &exchange.intent.activity);
    named.map_or(Family::Saas, |(family, _)| family)
}

/// The edges that the purchases of one scenario went along.
pub fn walked(exchanges: &[Exchange]) -> BTreeSet<Edge> {
    let walks = walks(exchanges).into_values();
    walks.flat_map(|walk| walk.edges).collect()
}

/// What became of each purchase of one scenario, by the calls that were made. A purchase moves on where
/// its call was accepted, or where nobody can know; calls of the debug step and forged ones are none of
/// its life.
pub fn walks(exchanges: &[Exchange]) -> BTreeMap<&str, Walk> {
    let mut walks: BTreeMap<&str, Walk> = BTreeMap::new();
    let real = || exchanges.iter().filter(|exchange| !exchange.intent.test);
    for (at, exchange) in real().enumerate() {
        let Some(purchase) = exchange.intent.purchase.as_deref() else {
            continue;
        };
        let (Some(scene), Some(way)) = (scene(exchange), way(exchange)) else {
            continue;
        };
        let next_is_over = || {
            let mut later = real().skip(at + 1);
            let next = later.find(|later| later.intent.purchase == exchange.intent.purchase);
            next.is_some_and(is_over)
        };
        let scene = match scene {
            // In V2 both are the same call: where the order stands tells which it was [v2 §4.4].
            Scene::Freeze if is_over(exchange) || next_is_over() => Scene::Expire,
            other => other,
        };
        let walk = walks
            .entry(purchase)
            .or_insert_with(|| Walk::untold(family(exchange)));
        let from = walk.standing;
        walk.edges.insert(Edge { from, scene, way });
        let moves = exchange.is_accepted() || exchange.is_pending() || way == Way::Lost;
        if let Some(to) = scene.leads(from).filter(|_| moves) {
            walk.standing = to;
        }
    }
    walks
}

/// Whether the time of the purchase was over when the call was made.
fn is_over(exchange: &Exchange) -> bool {
    exchange.intent.state == Some(State::Expired)
}

fn scene(exchange: &Exchange) -> Option<Scene> {
    let activity = Activity::from_name(&exchange.intent.activity)?;
    // Of a status call alone the parameters tell which scene it is.
    if activity != Activity::InstanceStatus {
        return Scene::of(activity, &[]);
    }
    let status = ["instanceStatus", "status"].map(|name| (name.to_owned(), sent(exchange, name)));
    let status: Vec<_> = status
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    Scene::of(activity, &status)
}

fn way(exchange: &Exchange) -> Option<Way> {
    match &exchange.intent.role {
        Role::Call | Role::Control if exchange.ended == Ended::Lost => Some(Way::Lost),
        Role::Call | Role::Control | Role::CleanUp => Some(Way::Once),
        Role::Repeat { .. } => Some(Way::Again),
        Role::AtOnce { .. } => Some(Way::AtOnce),
        Role::Awaited { .. } | Role::Tampered { .. } | Role::Poll | Role::Isolated { .. } => None,
    }
}
