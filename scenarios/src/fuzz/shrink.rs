//! From a history that fails to the shortest one that still does.
//!
//! A seller cannot be reset, so each attempt is played for a tenant of its own: other ids, other
//! customers. Ranges of steps are left out first, then answers are lost elsewhere, then values are made
//! simpler.

use std::time::Duration;

use super::judge::{Bench, Failure, Verdicts};
use super::model::lawful;
use super::simplify::{CUSTOMER, simpler};
use super::tenants::Tenants;
use super::terms::Terms;
use super::trade::traded;
use crate::rule::Play;
use crate::scenario::Verb;

/// How often a failure is played again before it is made smaller, to see whether it is steady.
const LOOKS: u32 = 3;
/// How often an attempt is played where the failure comes and goes.
const TRIES_OF_FLAKY: u32 = 6;
/// How often the shrunk failure is played to say how often it fails.
const CONFIRMATIONS: u32 = 10;

/// A failing history with what was seen of it.
#[derive(Clone, Debug)]
pub struct Failing {
    /// The steps.
    pub verbs: Vec<Verb>,
    /// The play that failed.
    pub play: Play,
    /// What was seen of that.
    pub verdicts: Verdicts,
    /// The failure.
    pub failure: Failure,
    /// How many replays of the shrunk history failed, and of how many.
    pub failed: (u32, u32),
}

/// Makes failing histories smaller.
#[derive(Debug)]
pub struct Shrinker<'a> {
    /// Who plays.
    pub tenants: &'a Tenants<'a>,
    /// Who judges.
    pub bench: &'a Bench,
    /// What may be played.
    pub terms: &'a Terms,
    /// The moment of the run's clock at which the search ends.
    pub until: Duration,
    /// How often an attempt is played.
    tries: u32,
}

impl<'a> Shrinker<'a> {
    /// A shrinker that searches until that moment of the run's clock.
    pub fn new(
        tenants: &'a Tenants<'a>,
        bench: &'a Bench,
        terms: &'a Terms,
        until: Duration,
    ) -> Self {
        Self {
            tenants,
            bench,
            terms,
            until,
            tries: 1,
        }
    }

    /// The shortest history that was found to fail in the same way.
    pub async fn shrink(mut self, mut failing: Failing) -> Failing {
        let (failed, of) = self.count(&failing, LOOKS).await;
        if of > 0 && failed < of {
            self.tries = TRIES_OF_FLAKY;
        }
        loop {
            let size = weight(&failing.verbs);
            self.leave_out(&mut failing).await;
            self.trade(&mut failing).await;
            self.simplify(&mut failing).await;
            if weight(&failing.verbs) >= size || self.is_over() {
                break;
            }
        }
        failing.failed = self.count(&failing, CONFIRMATIONS).await;
        failing
    }

    /// Leaves out ranges of steps, long ones first.
    async fn leave_out(&self, failing: &mut Failing) {
        let mut range = failing.verbs.len().div_ceil(2);
        while range > 0 {
            let mut start = 0;
            while start < failing.verbs.len() && !self.is_over() {
                let out = start..start + range;
                let shorter = lawful(self.terms, &failing.verbs, |at| !out.contains(&at));
                let fewer = shorter.len() < failing.verbs.len() && !shorter.is_empty();
                if !(fewer && self.still_fails(failing, shorter).await) {
                    start += range;
                }
            }
            range = if range == 1 { 0 } else { range.div_ceil(2) };
        }
    }

    /// Loses the answer to another call, where that makes a step superfluous.
    async fn trade(&self, failing: &mut Failing) {
        let mut nth = 0;
        while !self.is_over() {
            let Some(candidate) = traded(&failing.verbs, nth) else {
                return;
            };
            let candidate = lawful(self.terms, &candidate, |_| true);
            let fewer = candidate.len() < failing.verbs.len() && !candidate.is_empty();
            nth = if fewer && self.still_fails(failing, candidate).await {
                0
            } else {
                nth + 1
            };
        }
    }

    /// Makes what the steps carry simpler, one thing after the other.
    async fn simplify(&self, failing: &mut Failing) {
        let mut nth = 0;
        while !self.is_over() {
            let Some(candidate) = simpler(&failing.verbs, nth) else {
                return;
            };
            let candidate = lawful(self.terms, &candidate, |_| true);
            let fits = candidate.len() == failing.verbs.len();
            if !(fits && self.still_fails(failing, candidate).await) {
                nth += 1;
            }
        }
    }

    /// Plays a candidate; where it fails in the same way it takes the place of what is known.
    async fn still_fails(&self, failing: &mut Failing, verbs: Vec<Verb>) -> bool {
        for _ in 0..self.tries {
            if self.is_over() {
                return false;
            }
            let play = self.tenants.play(self.terms, &verbs).await;
            let verdicts = self.bench.judge(&play);
            let Some(failure) = verdicts.failure(failing.failure.key()).cloned() else {
                continue;
            };
            *failing = Failing {
                verbs,
                play,
                verdicts,
                failure,
                failed: failing.failed,
            };
            return true;
        }
        false
    }

    /// How many of so many replays fail in the same way, and how many were made.
    async fn count(&self, failing: &Failing, replays: u32) -> (u32, u32) {
        let (mut failed, mut made) = (0, 0);
        for _ in 0..replays {
            if self.tenants.is_over() {
                break;
            }
            let play = self.tenants.play(self.terms, &failing.verbs).await;
            let verdicts = self.bench.judge(&play);
            made += 1;
            failed += u32::from(verdicts.failure(failing.failure.key()).is_some());
        }
        (failed, made)
    }

    fn is_over(&self) -> bool {
        self.tenants.is_over() || self.tenants.elapsed() >= self.until
    }
}

/// How much a history holds: its steps, and what they carry.
fn weight(verbs: &[Verb]) -> usize {
    let carried = |verb: &Verb| match verb {
        Verb::Orders { times, .. } => 1 + *times as usize,
        Verb::Burst { times, .. } | Verb::BurstAgain { times, .. } => *times as usize,
        _ => 0,
    };
    let said = |verb: &Verb| {
        verb.call().map_or(0, |call| {
            let other = usize::from(call.subject.customer != CUSTOMER);
            let lines = usize::from(call.subject.order_of.is_some());
            other
                + lines
                + call
                    .set
                    .iter()
                    .map(|(_, value)| 1 + value.len())
                    .sum::<usize>()
        })
    };
    let steps = verbs.len() * 10_000;
    steps
        + verbs
            .iter()
            .map(|verb| carried(verb) + said(verb))
            .sum::<usize>()
}
