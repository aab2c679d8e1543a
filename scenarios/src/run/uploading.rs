//! Waits for the licences that the seller uploads behind its answer [licence §2.6, §2.7].

use std::time::Duration;

use galleria_marketplace::market::Draft;
use galleria_marketplace::open_api::{Flaw, Wish};
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, v2::upload};

use super::player::Player;

/// The pause before the first look; each further one is twice as long, up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(50);
/// The longest pause between two looks.
const LONGEST: Duration = Duration::from_secs(5);
/// How long a licence is waited for that need not come: behind a repeat, and where one never came.
const BRIEFLY: Duration = Duration::from_secs(1);

/// A licence that is to be uploaded.
pub(super) struct Owed {
    event: String,
    /// Whether an earlier call of the event was met.
    again: bool,
}

impl Player<'_> {
    /// What is to be uploaded behind a call, where the seller can.
    pub(super) fn owed_licence(&self, draft: &Draft, exchange: &Exchange) -> Option<Owed> {
        let applied = draft.subject.activity == Activity::GetLicenseAsync && !draft.subject.test;
        let waits = matches!(
            exchange.intent.role,
            Role::Call | Role::Control | Role::Repeat { .. }
        );
        let event = draft.params.get("eventId")?.to_owned();
        let again = matches!(exchange.intent.role, Role::Repeat { .. });
        let owed = applied && waits && exchange.is_taken() && self.course.desk.is_some();
        owed.then_some(Owed { event, again })
    }

    /// Waits for the upload of a licence: for as long as an instance may take to be made, and briefly
    /// where none ever came.
    pub(super) async fn until_uploaded(&mut self, owed: &Owed) {
        let clock = self.course.clock.clone();
        let seen = self.uploads(&owed.event);
        let wanted = if owed.again { seen + 1 } else { 1 };
        let whole = self.course.plan.ready_within;
        let limit = if owed.again || self.course.state().never_uploaded {
            BRIEFLY.min(whole)
        } else {
            whole
        };
        let (begun, mut pause) = (clock.elapsed(), FIRST);
        while self.uploads(&owed.event) < wanted {
            if self.course.stopped().is_some() {
                self.play.waiting_cut_short = true;
                return;
            }
            if clock.elapsed().saturating_sub(begun) >= limit {
                self.course.state().never_uploaded |= !owed.again;
                return;
            }
            clock.sleep(pause).await;
            pause = (2 * pause).min(LONGEST);
            self.note_call_backs();
        }
    }

    /// How many uploads came that are for an event, or for none that is known.
    fn uploads(&self, event: &str) -> usize {
        let came = self.play.call_backs.iter().map(|came| &came.call_back);
        let uploads = came.filter(|came| came.wish == Wish::LicenceUpload);
        uploads
            .filter(|came| {
                let strange = |flaw: &Flaw| matches!(flaw, Flaw::UnknownEvent { .. });
                came.target == upload::path(event) || came.flaws.iter().any(strange)
            })
            .count()
    }
}
