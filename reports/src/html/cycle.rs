//! The life cycle as a picture and a table: what was played of it, and what never was.

use askama::Template;
use galleria_scenarios::life_cycle::{LifeCycle, PlayedEdge, Scene, Standing};

use super::filters;
use crate::lang::say;

/// The picture of a life cycle alone.
#[derive(Template)]
#[template(path = "states.html")]
pub(super) struct Picture {
    pub(super) cycle: CycleView,
}

/// The life cycle.
pub(super) struct CycleView {
    pub(super) told: String,
    pub(super) nodes: Vec<Node>,
    pub(super) arrows: Vec<Arrow>,
    pub(super) rows: Vec<Row>,
}

/// Where an order may stand, as a box around a point.
pub(super) struct Node {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) name: String,
    /// The scenes that leave it where it stands.
    pub(super) stays: Vec<Stay>,
}

/// A scene below a box.
pub(super) struct Stay {
    pub(super) y: i32,
    pub(super) scene: String,
    pub(super) class: &'static str,
}

/// A scene that leads from one box to another.
pub(super) struct Arrow {
    pub(super) path: String,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) scene: String,
    pub(super) class: &'static str,
}

/// A scene of the table, with the ways in which it was delivered.
pub(super) struct Row {
    pub(super) from: &'static str,
    pub(super) scene: &'static str,
    pub(super) to: &'static str,
    pub(super) ways: Vec<(&'static str, bool)>,
    ends: (Standing, Standing),
}

impl Row {
    /// The class of the page's style: how many of the ways were played.
    fn class(&self) -> &'static str {
        match self.ways.iter().filter(|(_, played)| *played).count() {
            0 => "never",
            some if some < self.ways.len() => "partly",
            _ => "whole",
        }
    }
}

/// Half the width and height of a box.
const BOX: (i32, i32) = (46, 17);
/// How far an arrow bends away from the straight line.
const BEND: i32 = 26;
/// The height of a line of text below a box.
const LINE: i32 = 16;

impl CycleView {
    pub(super) fn of(life: &LifeCycle) -> Self {
        let rows = rows(life);
        let reached = |standing: &Standing| {
            let mut ends = rows.iter().flat_map(|row| [row.ends.0, row.ends.1]);
            ends.any(|end| end == *standing)
        };
        let nodes = Standing::ALL.into_iter().filter(reached);
        Self {
            told: say(&life.to_string()).into_owned(),
            nodes: nodes.map(|standing| node(standing, &rows)).collect(),
            arrows: rows.iter().filter_map(arrow).collect(),
            rows,
        }
    }
}

/// One row a scene and standing, in the order of the life.
fn rows(life: &LifeCycle) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for PlayedEdge { edge, played } in &life.edges {
        let way = (edge.way.name(), *played);
        let same = |row: &&mut Row| row.ends.0 == edge.from && row.scene == edge.scene.name();
        if let Some(row) = rows.iter_mut().find(same) {
            row.ways.push(way);
            continue;
        }
        let to = target(edge.from, edge.scene);
        rows.push(Row {
            from: edge.from.name(),
            scene: edge.scene.name(),
            to: to.name(),
            ways: vec![way],
            ends: (edge.from, to),
        });
    }
    rows
}

/// Where a scene leads; one that comes again leaves everything as it is.
fn target(from: Standing, scene: Scene) -> Standing {
    scene.leads(from).unwrap_or(from)
}

fn node(standing: Standing, rows: &[Row]) -> Node {
    let (x, y) = place(standing);
    let stays = rows.iter().filter(|row| row.ends == (standing, standing));
    let stays = (1..).zip(stays).map(|(line, row)| Stay {
        y: y + BOX.1 + LINE * line,
        scene: say(row.scene).into_owned(),
        class: row.class(),
    });
    Node {
        x,
        y,
        name: say(standing.name()).into_owned(),
        stays: stays.collect(),
    }
}

fn place(standing: Standing) -> (i32, i32) {
    match standing {
        Standing::Nothing => (60, 130),
        Standing::Active => (260, 130),
        Standing::Frozen => (470, 40),
        Standing::Expired => (470, 220),
        Standing::Released => (680, 130),
    }
}

/// A bend to the right of the way there, so that there and back do not lie upon each other.
fn arrow(row: &Row) -> Option<Arrow> {
    let (from, to) = row.ends;
    if from == to {
        return None;
    }
    let ((x1, y1), (x2, y2)) = (place(from), place(to));
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = f64::from(dx).hypot(f64::from(dy));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a picture of some hundred points"
    )]
    let across = |part: i32| (f64::from(part * BEND) / length).round() as i32;
    let (cx, cy) = (x1 + dx / 2 - across(dy), y1 + dy / 2 + across(dx));
    let start = edge_of_box((x1, y1), (cx, cy));
    let end = edge_of_box((x2, y2), (cx, cy));
    Some(Arrow {
        path: format!("M{} {}Q{cx} {cy} {} {}", start.0, start.1, end.0, end.1),
        x: i32::midpoint(i32::midpoint(start.0, end.0), cx),
        y: i32::midpoint(i32::midpoint(start.1, end.1), cy) - 4,
        scene: say(row.scene).into_owned(),
        class: row.class(),
    })
}

/// Where the line from the middle of a box to a point leaves the box.
fn edge_of_box((x, y): (i32, i32), (tx, ty): (i32, i32)) -> (i32, i32) {
    let (dx, dy) = (f64::from(tx - x), f64::from(ty - y));
    let by = |half: i32, delta: f64| f64::from(half) / delta.abs().max(f64::EPSILON);
    let share = by(BOX.0, dx).min(by(BOX.1, dy)).min(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a picture of some hundred points"
    )]
    let at = |start: i32, delta: f64| start + (delta * share).round() as i32;
    (at(x, dx), at(y, dy))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use galleria_scenarios::life_cycle::{Edge, Way};

    use super::*;

    #[test]
    fn every_edge_is_in_the_picture_and_says_whether_it_was_played() {
        let edges = Edge::all(|_| true);
        let played: BTreeSet<Edge> = edges
            .iter()
            .copied()
            .filter(|edge| edge.scene == Scene::Buy || edge.way == Way::Once)
            .collect();
        let view = CycleView::of(&LifeCycle::new(edges.clone(), &played));
        assert_eq!(view.nodes.len(), 5);
        let ways: usize = view.rows.iter().map(|row| row.ways.len()).sum();
        assert_eq!(ways, edges.len());
        let stays: usize = view.nodes.iter().map(|node| node.stays.len()).sum();
        assert_eq!(view.arrows.len() + stays, view.rows.len());
        let class = |scene: &str| view.arrows.iter().find(|a| a.scene == scene).unwrap().class;
        assert_eq!((class("buy"), class("freeze")), ("whole", "partly"));
    }

    #[test]
    fn a_life_without_freezes_has_no_box_for_them() {
        let edges = Edge::all(|activity| {
            activity != galleria_scenarios::life_cycle::Scene::Freeze.activity()
        });
        let view = CycleView::of(&LifeCycle::new(edges, &BTreeSet::new()));
        assert!(view.nodes.iter().all(|node| node.name != "frozen"));
        assert!(view.arrows.iter().all(|arrow| arrow.class == "never"));
    }
}
