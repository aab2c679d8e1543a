//! Plays histories, each for a tenant that the seller has never heard of.

use std::cell::Cell;
use std::time::Duration;

use galleria_marketplace::clock::Clock;

use super::history::scenario;
use super::terms::Terms;
use crate::rule::Play;
use crate::run::Stage;
use crate::scenario::Verb;

/// A stage, and the number of the next tenant on it.
#[derive(Debug)]
pub struct Tenants<'a> {
    stage: Stage<'a>,
    clock: Clock,
    next: Cell<u64>,
}

impl<'a> Tenants<'a> {
    /// Tenants on that stage, numbered from `first`.
    pub fn new(stage: Stage<'a>, clock: Clock, first: u64) -> Self {
        Self {
            stage,
            clock,
            next: Cell::new(first),
        }
    }

    /// Plays a history for the next tenant.
    pub async fn play(&self, terms: &Terms, verbs: &[Verb]) -> Play {
        let tenant = self.next.get();
        self.next.set(tenant + 1);
        let scenario = scenario("history", "A history", "", terms, verbs);
        self.stage.play(&scenario, tenant).await
    }

    /// The number of the next tenant.
    pub fn next(&self) -> u64 {
        self.next.get()
    }

    /// The stage.
    pub fn stage(&self) -> &Stage<'a> {
        &self.stage
    }

    /// The time of the run.
    pub fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }

    /// Whether nothing more is to be played.
    pub fn is_over(&self) -> bool {
        self.stage.stopped().is_some()
    }
}
