//! The edges of the life of an order: which scene, from where, delivered in which way.

use std::fmt;

use galleria_protocol::Activity;
use serde::{Deserialize, Serialize};

use super::scene::{Scene, Standing};

/// In which way a scene was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Once, and answered.
    Once,
    /// Once more.
    Again,
    /// Its answer was lost.
    Lost,
    /// Several times at the same moment.
    AtOnce,
}

impl Way {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Again => "again",
            Self::Lost => "answer lost",
            Self::AtOnce => "at once",
        }
    }
}

/// One edge of the life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Edge {
    /// Where the order stood.
    pub from: Standing,
    /// What happened.
    pub scene: Scene,
    /// In which way.
    pub way: Way,
}

impl Edge {
    /// Where it leads.
    pub fn to(self) -> Standing {
        match self.way {
            Way::Again => self.from,
            _ => self.scene.leads(self.from).unwrap_or(self.from),
        }
    }

    /// Every edge of a life that has these scenes.
    pub fn all(has: impl Fn(Activity) -> bool) -> Vec<Self> {
        let has = |scene: Scene| has(scene.activity());
        let mut edges = Vec::new();
        for from in reached(has) {
            for scene in Scene::ALL.into_iter().filter(|scene| has(*scene)) {
                let edge = |way| Self { from, scene, way };
                if scene.leads(from).is_some() {
                    edges.push(edge(Way::Once));
                    if scene != Scene::Query && from != Standing::Released {
                        edges.push(edge(Way::Lost));
                    }
                    if scene == Scene::Buy {
                        edges.push(edge(Way::AtOnce));
                    }
                }
                if scene.comes_again(from) {
                    edges.push(edge(Way::Again));
                    if scene == Scene::Buy {
                        edges.push(edge(Way::AtOnce));
                    }
                }
            }
        }
        edges
    }
}

/// The standings that an order comes to in a life that has these scenes.
fn reached(has: impl Fn(Scene) -> bool) -> Vec<Standing> {
    let mut reached = vec![Standing::Nothing];
    let mut at = 0;
    while let Some(from) = reached.get(at).copied() {
        at += 1;
        for scene in Scene::ALL.into_iter().filter(|scene| has(*scene)) {
            if let Some(to) = scene.leads(from).filter(|to| !reached.contains(to)) {
                reached.push(to);
            }
        }
    }
    reached
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, scene, to) = (self.from.name(), self.scene.name(), self.to().name());
        write!(f, "{from} -> {scene} ({}) -> {to}", self.way.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_without_status_calls_has_no_frozen_orders() {
        let edges = Edge::all(|activity| activity != Activity::InstanceStatus);
        assert!(edges.iter().all(|edge| edge.from != Standing::Frozen));
        let all = Edge::all(|_| true);
        assert!(all.iter().any(|edge| edge.from == Standing::Frozen));
    }
}
