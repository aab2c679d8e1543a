//! How far a campaign is.

use std::sync::Arc;

use galleria_scenarios::fuzz::campaign::Status;
use galleria_scenarios::fuzz::crash;
use galleria_scenarios::fuzz::found::Found;
use galleria_scenarios::fuzz::watch::Watch;
use galleria_scenarios::profile::Profile;
use serde::Serialize;
use tokio::sync::watch;

use crate::store::{NewFailing, Store, StoreError};

/// What the page shows of a campaign that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Progress {
    /// How many histories there are to be, or for how many seconds they are played.
    pub(crate) most: u64,
    /// How much of that is done.
    pub(crate) done: u64,
    /// How many histories were judged.
    pub(crate) cases: u64,
    /// How many calls were made.
    pub(crate) calls: u64,
    /// How many edges of the life cycle were played, and how many there are.
    pub(crate) edges: String,
    /// Whether a failure is being made smaller.
    pub(crate) shrinking: bool,
    /// The rules of the distinct failures so far.
    pub(crate) found: Vec<String>,
    /// Whether it is over.
    pub(crate) over: bool,
}

impl crate::under_way::Progress for Progress {
    fn is_over(&self) -> bool {
        self.over
    }

    fn end(&mut self) {
        self.over = true;
    }
}

/// Follows a campaign: tells the page how far it is, and keeps each failure at once.
pub(super) struct Following {
    pub(super) told: watch::Sender<Progress>,
    pub(super) store: Store,
    pub(super) campaign: i64,
    pub(super) book: Arc<Profile>,
    /// Whether its length is a time.
    pub(super) timed: bool,
    /// Why a failure could not be kept, if one could not.
    pub(super) lost: Option<StoreError>,
}

impl Watch for Following {
    fn status(&mut self, status: &Status) {
        let timed = self.timed;
        self.told.send_modify(|progress| {
            progress.cases = status.cases;
            progress.calls = status.calls;
            progress.edges = format!("{} / {}", status.edges.0, status.edges.1);
            progress.shrinking = status.shrinking;
            let done = if timed {
                status.elapsed.as_secs()
            } else {
                status.cases
            };
            progress.done = done.min(progress.most);
        });
    }

    fn found(&mut self, found: &Found) {
        let finding = &found.failure.finding;
        let new = NewFailing {
            name: found.scenario.id.clone(),
            rule: found.failure.rule.clone(),
            step: finding.step,
            place: finding.place.clone(),
            expected: finding.expected.clone(),
            actual: finding.actual.clone(),
            explanation: finding.explanation.clone(),
            fix: finding.fix.clone(),
            history: crash::text(found, &self.book.id),
        };
        if let Err(error) = self.store.keep_failure(self.campaign, &new) {
            self.lost = Some(error);
        }
        self.told
            .send_modify(|progress| progress.found.push(new.rule));
    }
}
