//! From the calls of a scenario to the edges that its purchases went along.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::Activity;

use super::edge::{Edge, Way};
use super::scene::{Scene, Standing};
use crate::rule::sent;

/// The edges that the purchases of one scenario went along, by the calls that were made. A purchase
/// moves on where its call was accepted, or where nobody can know; calls of the debug step and forged
/// ones are none of its life.
pub fn walked(exchanges: &[Exchange]) -> BTreeSet<Edge> {
    let mut standings: BTreeMap<&str, Standing> = BTreeMap::new();
    let mut edges = BTreeSet::new();
    for exchange in exchanges.iter().filter(|exchange| !exchange.intent.test) {
        let Some(purchase) = exchange.intent.purchase.as_deref() else {
            continue;
        };
        let (Some(scene), Some(way)) = (scene(exchange), way(exchange)) else {
            continue;
        };
        let standing = standings.entry(purchase).or_insert(Standing::Nothing);
        edges.insert(Edge {
            from: *standing,
            scene,
            way,
        });
        let moves = exchange.is_accepted() || exchange.is_pending() || way == Way::Lost;
        if let Some(to) = scene.leads(*standing).filter(|_| moves) {
            *standing = to;
        }
    }
    edges
}

fn scene(exchange: &Exchange) -> Option<Scene> {
    let activity = Activity::from_name(&exchange.intent.activity)?;
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
