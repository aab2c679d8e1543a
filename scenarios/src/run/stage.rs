//! A course on which scenarios are played that are made up as it goes: nothing is recorded, and what
//! was played is handed out.

use galleria_marketplace::mint::Mint;

use super::course::Course;
use super::keeping::Keeping;
use super::plan::Plan;
use super::player::Player;
use super::runner::{Seat, course, salt, started};
use super::stop::Stop;
use crate::event::{RunStarted, Stopped};
use crate::record::Recorder;
use crate::rule::Play;
use crate::scenario::Scenario;

/// A stage for any number of plays against one seller.
///
/// It searches for no reasons of refusals, so that a play makes the calls of its scenario and no
/// others.
#[derive(Debug)]
pub struct Stage<'a> {
    course: Course<'a>,
    salt: u64,
    begun: RunStarted,
}

impl<'a> Stage<'a> {
    /// A stage on the terms of `plan`, whose scenarios are not played.
    /// Its calls are numbered behind `before`.
    pub fn new(plan: &'a Plan, seat: Seat, stop: Stop, before: u64) -> Self {
        let salt = salt(&seat);
        let begun = started(plan, &seat, salt);
        let mut course = course(plan, seat, Recorder::default(), stop, false);
        course.keeping = Keeping::untried();
        course.state().last_id = before;
        Self {
            course,
            salt,
            begun,
        }
    }

    /// What a run on this stage sets out to do.
    pub fn begun(&self) -> &RunStarted {
        &self.begun
    }

    /// Plays a scenario for a tenant of its own: `tenant` decides every id, so that the same scenario
    /// under another tenant meets a seller that has never heard of it.
    pub async fn play(&self, scenario: &Scenario, tenant: u64) -> Play {
        let mint = Mint::new(
            self.course.plan.seed,
            self.salt,
            &format!("tenant {tenant}"),
        );
        Player::new(&self.course, scenario, mint).perform().await
    }

    /// The number of the last call that was made.
    pub fn last_call(&self) -> u64 {
        self.course.state().last_id
    }

    /// Why nothing more is to be played, if so.
    pub fn stopped(&self) -> Option<Stopped> {
        self.course.stopped()
    }
}
