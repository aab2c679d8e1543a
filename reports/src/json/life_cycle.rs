//! How much of the life cycle was played.

use galleria_scenarios::life_cycle::{self, PlayedEdge};
use schemars::JsonSchema;
use serde::Serialize;

/// How much of the life cycle was played.
#[derive(Serialize, JsonSchema)]
pub(super) struct LifeCycle {
    /// How many edges were played.
    played: usize,
    /// The same in percent, rounded down.
    percent: usize,
    /// Every edge that the rule book has.
    edges: Vec<Edge>,
}

/// One edge of the life cycle.
#[derive(Serialize, JsonSchema)]
struct Edge {
    /// Where the order stood: `nothing`, `active`, `frozen`, `expired` or `released`.
    from: &'static str,
    /// What happened, such as `renew`.
    scene: &'static str,
    /// How it was delivered: `once`, `again`, `answer lost` or `at once`.
    way: &'static str,
    /// Where it leads.
    to: &'static str,
    /// Whether it was played.
    played: bool,
}

impl LifeCycle {
    pub(super) fn of(life: &life_cycle::LifeCycle) -> Self {
        let edge = |PlayedEdge { edge, played }: &PlayedEdge| Edge {
            from: edge.from.name(),
            scene: edge.scene.name(),
            way: edge.way.name(),
            to: edge.to().name(),
            played: *played,
        };
        Self {
            played: life.played(),
            percent: life.percent(),
            edges: life.edges.iter().map(edge).collect(),
        }
    }
}
