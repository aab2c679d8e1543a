//! How far a dial test is.

use std::sync::Arc;

use galleria_marketplace::delivery::Ended;
use galleria_scenarios::debugging::check;
use galleria_scenarios::dial_test::{Layout, Session};
use galleria_scenarios::event::Event;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::record::{Sink, SinkError};
use galleria_scenarios::transcript::Exchange;
use serde::Serialize;
use tokio::sync::watch;

/// What the page shows of a dial test that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Progress {
    /// How many calls there are.
    pub(crate) planned: usize,
    /// How many were made.
    pub(crate) done: usize,
    /// How many of them failed.
    pub(crate) failed: usize,
    /// How many days there are.
    pub(crate) days: u32,
    /// The day of the last call.
    pub(crate) day: u32,
    /// How many days have a call that failed.
    pub(crate) failing: u32,
    /// Whether it is over.
    pub(crate) over: bool,
    /// The last day that failed.
    #[serde(skip)]
    pub(super) last_failing: u32,
}

/// Folds the events into the progress.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) told: watch::Sender<Progress>,
    pub(super) layout: Arc<Layout>,
    pub(super) sessions: Arc<Vec<Session>>,
    pub(super) profile: Arc<Profile>,
}

impl Sink for Live {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        if let Event::Exchanged(call) = event {
            let day = self.day(call);
            let counts = call.ended != Ended::Interrupted;
            let failed = counts && check(call, &self.profile, None).stopped.is_some();
            self.told.send_modify(|progress| progress.note(day, failed));
        }
        Ok(())
    }
}

impl Live {
    fn day(&self, call: &Exchange) -> u32 {
        let place = (call.step as usize).wrapping_sub(1);
        let session = self.layout.steps.get(place);
        let session = session.and_then(|(session, _)| self.sessions.get(*session));
        let day = session.and_then(|session| session.day);
        day.map_or(0, |(day, _)| day)
    }
}

impl Progress {
    fn note(&mut self, day: u32, failed: bool) {
        self.done += 1;
        self.day = day;
        if failed {
            self.failed += 1;
            if self.last_failing != day {
                self.failing += 1;
                self.last_failing = day;
            }
        }
    }
}

impl crate::under_way::Progress for Progress {
    fn is_over(&self) -> bool {
        self.over
    }

    fn end(&mut self) {
        self.over = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_fails_once_however_many_of_its_calls_do() {
        let mut progress = Progress::default();
        for (day, failed) in [(1, true), (1, true), (2, false), (3, true)] {
            progress.note(day, failed);
        }
        assert_eq!((progress.done, progress.failed), (4, 3));
        assert_eq!((progress.day, progress.failing), (3, 2));
    }
}
