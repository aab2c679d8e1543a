//! Taking the seller down and bringing it up again in the middle of a scenario.

use std::time::Duration;

use super::player::Player;
use crate::event::Event;
use crate::hand::{HandError, Stage};
use crate::rehearsal::{Happened, Happening};

/// The pause between two attempts to connect to a seller that starts.
const PAUSE: Duration = Duration::from_millis(20);

impl Player<'_> {
    /// Records what happens in a rehearsal, `at` so long after its first call.
    pub(super) fn happen(&self, step: u32, at: Duration, what: Happening) {
        self.course.record(&Event::Happened {
            scenario: self.scenario.id.clone(),
            step,
            happened: Happened {
                at_s: at.as_secs(),
                what,
            },
        });
    }

    /// Who takes the seller down here.
    pub(super) fn stage(&self) -> Result<Stage, HandError> {
        self.course.stage.clone().ok_or(HandError::NoHand)
    }

    /// Brings the seller up and waits until it takes connections.
    pub(super) async fn bring_up(&self, stage: &Stage) -> Result<(), HandError> {
        let clock = &self.course.clock;
        let begun = clock.elapsed();
        stage.hand.bring_up().await?;
        loop {
            let left = stage
                .up_within
                .saturating_sub(clock.elapsed().saturating_sub(begun));
            if clock.within(left, self.course.delivery.connects()).await == Some(true) {
                return Ok(());
            }
            if left.is_zero() {
                return Err(HandError::NotUp(stage.up_within));
            }
            if self.course.stop.is_urgent() {
                return Err(HandError::NotUp(clock.elapsed().saturating_sub(begun)));
            }
            clock.sleep(PAUSE.min(left)).await;
        }
    }
}
