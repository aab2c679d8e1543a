//! Several calls at the same moment, each over a connection that no other has.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::Semaphore;

use super::connection::Delivery;
use super::delivered::Delivered;
use super::outgoing::Outgoing;
use super::trace::Trace;

/// So long the calls wait for each other's connections. A seller that serves one connection at a
/// time shakes hands with the second only when the first is over.
const GATHERING: Duration = Duration::from_secs(1);

/// Where calls wait for the last of them. It lets them go in the order in which they came, which
/// tokio's own barrier does not: a run with the same seed is to be the same.
struct Barrier {
    missing: AtomicUsize,
    open: Semaphore,
}

impl Barrier {
    fn for_calls(calls: usize) -> Self {
        Self {
            missing: AtomicUsize::new(calls),
            open: Semaphore::new(0),
        }
    }

    async fn wait(&self) {
        if self.missing.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.open.add_permits(Semaphore::MAX_PERMITS);
        }
        if let Ok(passed) = self.open.acquire().await {
            passed.forget();
        }
    }
}

impl Delivery {
    /// Makes the calls at the same moment and tells what came of each, in their order.
    ///
    /// `keep` says whether the seller answers beside as many idle connections: then those are used
    /// that were kept, and kept again. Else none is, and none that was kept stands in their way.
    pub async fn deliver_at_once(&self, calls: &[Outgoing], keep: bool) -> Vec<Delivered> {
        if !keep {
            self.close();
        }
        let moment = Moment {
            barrier: Barrier::for_calls(calls.len()),
            begun: self.clock.elapsed(),
            keep,
        };
        join_all(calls.iter().map(|call| self.one_of(call, &moment))).await
    }

    async fn one_of(&self, outgoing: &Outgoing, moment: &Moment) -> Delivered {
        let mut trace = Trace::default();
        let work = async {
            let link = self.link(&mut trace).await;
            let waited = self.clock.elapsed().saturating_sub(moment.begun);
            let left = GATHERING.saturating_sub(waited);
            // Whoever is late is not waited for.
            let _ = self.clock.within(left, moment.barrier.wait()).await;
            self.converse_over(link?, outgoing, &mut trace).await
        };
        let outcome = self.clock.within(self.limits.answer, work).await;
        self.conclude(outcome, moment.keep, trace, moment.begun)
    }
}

/// What calls at the same moment share.
struct Moment {
    barrier: Barrier,
    begun: Duration,
    keep: bool,
}
