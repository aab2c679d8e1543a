//! The checks that are under way.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use galleria_scenarios::run::Stop;
use tokio::sync::{Notify, watch};

use super::progress::Progress;

/// How many there are at most.
const MOST: usize = 4;

/// The checks under way, by number.
#[derive(Debug, Default)]
pub(crate) struct Running {
    checks: Mutex<BTreeMap<i64, UnderWay>>,
    /// Told whenever one is over.
    one_less: Notify,
}

/// A check under way.
#[derive(Clone, Debug)]
pub(super) struct UnderWay {
    pub(super) stop: Stop,
    pub(super) progress: watch::Receiver<Progress>,
}

impl Running {
    /// Whether one more may begin.
    pub(super) fn has_room(&self) -> bool {
        self.lock().len() < MOST
    }

    pub(super) fn add(&self, id: i64, check: UnderWay) {
        self.lock().insert(id, check);
    }

    pub(super) fn remove(&self, id: i64) {
        self.lock().remove(&id);
        self.one_less.notify_waiters();
    }

    pub(super) fn find(&self, id: i64) -> Option<UnderWay> {
        self.lock().get(&id).cloned()
    }

    /// How far a check is that is under way.
    pub(crate) fn progress(&self, id: i64) -> Option<Progress> {
        Some(self.find(id)?.progress.borrow().clone())
    }

    /// Asks a check to stop; nothing where it is over.
    pub(crate) fn stop(&self, id: i64) {
        if let Some(check) = self.find(id) {
            check.stop.request();
        }
    }

    /// Asks every check to stop: the first time in good order, the second time at once.
    pub(crate) fn stop_all(&self) {
        for check in self.lock().values() {
            check.stop.request();
        }
    }

    /// Waits until none is under way.
    pub(crate) async fn are_over(&self) {
        loop {
            let one_less = self.one_less.notified();
            if self.lock().is_empty() {
                return;
            }
            one_less.await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i64, UnderWay>> {
        self.checks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
