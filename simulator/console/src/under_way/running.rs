//! What is under way.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use galleria_scenarios::run::Stop;
use tokio::sync::{Notify, watch};

/// How many of a kind there are at most.
const MOST: usize = 4;

/// What is under way of a kind, by number.
#[derive(Debug)]
pub(crate) struct Running<P> {
    all: Mutex<BTreeMap<i64, UnderWay<P>>>,
    /// Told whenever one is over.
    one_less: Notify,
}

/// One that is under way.
#[derive(Clone, Debug)]
pub(crate) struct UnderWay<P> {
    pub(crate) stop: Stop,
    pub(crate) progress: watch::Receiver<P>,
}

impl<P> Default for Running<P> {
    fn default() -> Self {
        Self {
            all: Mutex::default(),
            one_less: Notify::new(),
        }
    }
}

impl<P: Clone> Running<P> {
    /// Whether one more may begin.
    pub(crate) fn has_room(&self) -> bool {
        self.lock().len() < MOST
    }

    pub(crate) fn add(&self, id: i64, one: UnderWay<P>) {
        self.lock().insert(id, one);
    }

    pub(crate) fn remove(&self, id: i64) {
        self.lock().remove(&id);
        self.one_less.notify_waiters();
    }

    pub(crate) fn find(&self, id: i64) -> Option<UnderWay<P>> {
        self.lock().get(&id).cloned()
    }

    /// How far one is that is under way.
    pub(crate) fn progress(&self, id: i64) -> Option<P> {
        Some(self.find(id)?.progress.borrow().clone())
    }

    /// Asks one to stop; nothing where it is over.
    pub(crate) fn stop(&self, id: i64) {
        if let Some(one) = self.find(id) {
            one.stop.request();
        }
    }

    /// Asks all to stop: the first time in good order, the second time at once.
    pub(crate) fn stop_all(&self) {
        for one in self.lock().values() {
            one.stop.request();
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

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i64, UnderWay<P>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
