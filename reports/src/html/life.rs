//! The life of each purchase of a scenario: its states, and the calls that led from one to the next.

use galleria_scenarios::State;
use galleria_scenarios::transcript::{Exchange, Role};

use super::rule::shown;
use crate::report::ScenarioReport;

/// The life of a purchase.
pub(super) struct LifeView {
    /// The purchase, by its name in the scenario.
    pub(super) purchase: String,
    /// Its instance, where one was told.
    pub(super) instance: Option<String>,
    pub(super) nodes: Vec<NodeView>,
}

/// A station of a life.
pub(super) enum NodeView {
    /// A state.
    State(&'static str),
    /// Calls of one activity in one state.
    Calls {
        activity: String,
        calls: Vec<CallLink>,
    },
}

/// A call, and the class of the page's style for what came of it.
pub(super) struct CallLink {
    pub(super) id: u64,
    pub(super) class: &'static str,
}

/// The lives of a scenario's purchases, in the order of their first calls. Debug calls, forgeries and
/// searches are no part of a life.
pub(super) fn lives(scenario: &ScenarioReport) -> Vec<LifeView> {
    let mut lives: Vec<(String, Vec<&Exchange>)> = Vec::new();
    for exchange in scenario.exchanges().filter(|exchange| is_lived(exchange)) {
        let name = exchange.intent.purchase.clone().unwrap_or_default();
        match lives.iter_mut().find(|(known, _)| *known == name) {
            Some((_, calls)) => calls.push(exchange),
            None => lives.push((name, vec![exchange])),
        }
    }
    lives
        .into_iter()
        .map(|(name, calls)| LifeView::of(&name, &calls))
        .collect()
}

fn is_lived(exchange: &Exchange) -> bool {
    let intent = &exchange.intent;
    let aside = matches!(
        intent.role,
        Role::Tampered { .. } | Role::Isolated { .. } | Role::Poll
    );
    intent.purchase.is_some() && intent.state.is_some() && !intent.test && !aside
}

impl LifeView {
    fn of(name: &str, calls: &[&Exchange]) -> Self {
        let mut nodes = Vec::new();
        let mut now = None;
        for call in calls {
            let state = call.intent.state;
            if state != now {
                nodes.extend(state.map(|state| NodeView::State(word(state))));
                now = state;
            }
            let link = CallLink {
                id: call.id.0,
                class: if call.is_taken() { "good" } else { "doubtful" },
            };
            match nodes.last_mut() {
                Some(NodeView::Calls { activity, calls }) if *activity == call.intent.activity => {
                    calls.push(link);
                }
                _ => nodes.push(NodeView::Calls {
                    activity: call.intent.activity.clone(),
                    calls: vec![link],
                }),
            }
        }
        // A call that was not taken on leaves it as it was.
        let last = calls.last().and_then(|call| after(call)).or(now);
        nodes.extend(last.map(|state| NodeView::State(word(state))));
        for node in &mut nodes {
            if let NodeView::Calls { activity, .. } = node {
                *activity = shown(activity);
            }
        }
        let mut told = calls.iter().filter_map(|call| {
            let sent = call.intent.instance_id.as_deref();
            sent.or_else(|| call.answered_instance())
        });
        Self {
            purchase: shown(name),
            instance: told.next().map(shown),
            nodes,
        }
    }
}

/// The state behind a call that was taken on.
fn after(call: &Exchange) -> Option<State> {
    if call.is_pending() {
        return Some(State::Pending);
    }
    if !call.is_accepted() {
        return None;
    }
    match call.intent.activity.as_str() {
        "newInstance" | "refreshInstance" | "upgrade" | "upgradeInstance" => Some(State::Active),
        "expireInstance" => Some(State::Expired),
        "releaseInstance" => Some(State::Released),
        _ => None,
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Ordered => "ordered",
        State::Pending => "being made",
        State::Active => "active",
        State::Expired => "expired",
        State::Released => "released",
    }
}
