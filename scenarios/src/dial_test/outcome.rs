//! What a dial test came to: a fold over the calls of its record.

use std::sync::Arc;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;

use super::freeze::hidden_on;
use super::pattern::{Pattern, pattern};
use super::scenario::Layout;
use super::schedule::Session;
use crate::debugging::{Stopped, check};
use crate::profile::Profile;

/// One call of a case.
#[derive(Clone, Debug)]
pub struct Called {
    /// The case, by its place.
    pub case: usize,
    /// The number of its exchange in the record.
    pub exchange: u64,
    /// Where the platform's checks stopped; `None` where it passed.
    pub stopped: Option<Stopped>,
}

/// One session.
#[derive(Clone, Debug)]
pub struct SessionOutcome {
    /// The session as planned.
    pub session: Session,
    /// The calls that were made.
    pub calls: Vec<Called>,
}

impl SessionOutcome {
    /// Whether a call of it failed.
    pub fn failed(&self) -> bool {
        self.calls.iter().any(|call| call.stopped.is_some())
    }

    /// Whether every call of it was made.
    pub fn is_whole(&self) -> bool {
        self.calls.len() == self.session.order.len()
    }
}

/// One case over all sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseOutcome {
    /// How often it was called.
    pub calls: usize,
    /// How often it failed.
    pub failed: usize,
    /// What its failures have in common.
    pub pattern: Pattern,
}

/// What a dial test came to.
#[derive(Clone, Debug)]
pub struct DialTest {
    /// The sessions that began.
    pub sessions: Vec<SessionOutcome>,
    /// The cases, by their place.
    pub cases: Vec<CaseOutcome>,
    /// Of each day whose sessions were played whole, or that has failed already: whether it failed.
    pub days: Vec<bool>,
    /// The day at whose end the product would have been hidden.
    pub hidden_on: Option<u32>,
}

impl DialTest {
    /// Whether any call failed.
    pub fn failed(&self) -> bool {
        self.sessions.iter().any(SessionOutcome::failed)
    }
}

/// Folds the calls of a dial test; `count` is how many cases there were.
pub fn fold(
    calls: &[Exchange],
    layout: &Layout,
    sessions: &[Session],
    count: usize,
    profile: &Arc<Profile>,
) -> DialTest {
    let mut played: Vec<SessionOutcome> = Vec::new();
    let mut history = Vec::new();
    // A call that was broken off says nothing of the seller.
    for call in calls.iter().filter(|call| call.ended != Ended::Interrupted) {
        let place = layout.steps.get((call.step as usize).wrapping_sub(1));
        let Some((at, case)) = place.copied() else {
            continue;
        };
        let Some(session) = sessions.get(at) else {
            continue;
        };
        if played
            .last()
            .is_none_or(|last| last.session.number != session.number)
        {
            played.push(SessionOutcome {
                session: session.clone(),
                calls: Vec::new(),
            });
        }
        let stopped = check(call, profile, None).stopped;
        history.push((case, stopped.is_none()));
        if let Some(last) = played.last_mut() {
            last.calls.push(Called {
                case,
                exchange: call.id.0,
                stopped,
            });
        }
    }
    let days = days(&played);
    DialTest {
        cases: (0..count)
            .map(|case| case_outcome(case, &history))
            .collect(),
        hidden_on: hidden_on(&days),
        days,
        sessions: played,
    }
}

fn case_outcome(case: usize, history: &[(usize, bool)]) -> CaseOutcome {
    let own = history.iter().filter(|(called, _)| *called == case);
    CaseOutcome {
        calls: own.clone().count(),
        failed: own.filter(|(_, passed)| !passed).count(),
        pattern: pattern(case, history),
    }
}

fn days(played: &[SessionOutcome]) -> Vec<bool> {
    let mut days = Vec::new();
    for day in 1.. {
        let of_day: Vec<&SessionOutcome> = played
            .iter()
            .filter(|session| session.session.day.is_some_and(|(number, _)| number == day))
            .collect();
        let failed = of_day.iter().any(|session| session.failed());
        let whole = of_day.len() == 2 && of_day.iter().all(|session| session.is_whole());
        if of_day.is_empty() || !(failed || whole) {
            break;
        }
        days.push(failed);
    }
    days
}
