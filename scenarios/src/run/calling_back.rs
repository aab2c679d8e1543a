//! What the seller calls of the open APIs while a scenario is played.

use super::player::Player;
use crate::event::{CalledBack, Event};

impl Player<'_> {
    /// Records what the seller called of the open APIs since the call before.
    pub(super) fn note_call_backs(&mut self) {
        let last = self.play.exchanges.last();
        let (Some(desk), Some(last)) = (&self.course.desk, last) else {
            return;
        };
        let (step, exchange) = (last.step, last.id);
        for call_back in desk.take(&self.scenario.id) {
            let came = CalledBack {
                scenario: self.scenario.id.clone(),
                step,
                exchange,
                call_back,
            };
            let event = Event::CalledBack(Box::new(came.clone()));
            self.course.record(&event);
            self.play.call_backs.push(came);
        }
    }
}
