//! Which edges of the life cycle were played.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::edge::Edge;

/// The life cycle of what is sold, and how much of it a run has played.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeCycle {
    /// Every edge that the rule book has, in the order of the life.
    pub edges: Vec<PlayedEdge>,
}

/// One edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlayedEdge {
    /// The edge.
    #[serde(flatten)]
    pub edge: Edge,
    /// Whether it was played.
    pub played: bool,
}

impl LifeCycle {
    /// All those edges, of which some were played.
    pub fn new(edges: Vec<Edge>, played: &BTreeSet<Edge>) -> Self {
        let edges = edges.into_iter().map(|edge| PlayedEdge {
            played: played.contains(&edge),
            edge,
        });
        Self {
            edges: edges.collect(),
        }
    }

    /// Takes in what another part of the run has played.
    pub fn join(&mut self, other: &Self) {
        for theirs in &other.edges {
            match self.edges.iter_mut().find(|own| own.edge == theirs.edge) {
                Some(own) => own.played |= theirs.played,
                None => self.edges.push(*theirs),
            }
        }
    }

    /// How many edges were played.
    pub fn played(&self) -> usize {
        self.edges.iter().filter(|edge| edge.played).count()
    }

    /// The share of the edges that were played, in percent and rounded down; 100 where there is none.
    pub fn percent(&self) -> usize {
        (self.played() * 100)
            .checked_div(self.edges.len())
            .unwrap_or(100)
    }
}

impl fmt::Display for LifeCycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (played, all, percent) = (self.played(), self.edges.len(), self.percent());
        write!(
            f,
            "life cycle: {played} of {all} edges were played ({percent}%)"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::life_cycle::{Scene, Standing, Way};

    fn edges() -> [Edge; 3] {
        [Way::Once, Way::Lost, Way::AtOnce].map(|way| Edge {
            from: Standing::Nothing,
            scene: Scene::Buy,
            way,
        })
    }

    #[test]
    fn parts_of_a_run_play_more_together() {
        let [once, lost, _] = edges();
        let mut first = LifeCycle::new(edges().to_vec(), &BTreeSet::from([once]));
        let second = LifeCycle::new(edges().to_vec(), &BTreeSet::from([lost]));
        assert_eq!((first.played(), first.percent()), (1, 33));
        first.join(&second);
        assert_eq!((first.played(), first.percent()), (2, 66));
        let mut nothing = LifeCycle::default();
        assert_eq!(nothing.percent(), 100);
        nothing.join(&first);
        assert_eq!(nothing, first);
    }

    #[test]
    fn an_edge_is_written_flat() {
        let [once, ..] = edges();
        let text = serde_json::to_value(LifeCycle::new(vec![once], &BTreeSet::new())).unwrap();
        let wanted = serde_json::json!({ "edges": [
            { "from": "nothing", "scene": "buy", "way": "once", "played": false },
        ]});
        assert_eq!(text, wanted);
        assert_eq!(
            serde_json::from_value::<LifeCycle>(wanted).unwrap().edges[0].edge,
            once
        );
    }
}
