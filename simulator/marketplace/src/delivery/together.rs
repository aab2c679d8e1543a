//! Whether connections may be kept while others are open.
//!
//! A seller may serve one connection at a time, or as many as it has workers. A connection that is
//! kept for the next call would then keep all others waiting, which would look like a seller that
//! does not answer. So it is tried once, with as many connections as there are to be.

use std::time::Duration;

use futures_util::future::join_all;

use super::connection::Delivery;
use super::delivered::{Delivered, Ended};
use super::outgoing::Outgoing;

/// So long the idle connections may take to open, and stand in the call's way; where it is not answered
/// by then they are closed, and the call goes on.
const PATIENCE: Duration = Duration::from_millis(250);

impl Delivery {
    /// Makes a call while `others` connections that were opened before are idle. Tells what came of
    /// it, and whether it was answered beside them, so that as many connections may be kept.
    pub async fn deliver_beside(&self, outgoing: &Outgoing, others: usize) -> (Delivered, bool) {
        let dials = join_all((0..others).map(|_| self.dial.dial()));
        let idle = self.clock.within(PATIENCE, dials).await;
        let all_open = idle
            .as_ref()
            .is_some_and(|idle| idle.iter().all(Result::is_ok));
        let mut call = Box::pin(self.deliver(outgoing, false));
        let beside = self.clock.within(PATIENCE, &mut call).await;
        drop(idle);
        match beside {
            Some(delivered) => {
                let answered = delivered.ended == Ended::Answered;
                (delivered, answered && all_open)
            }
            None => (call.await, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::Semaphore;

    use super::*;
    use crate::clock::Clock;
    use crate::delivery::{Limits, MemoryDial};

    /// What comes of a call beside so many connections to a seller of so many workers, each of whom
    /// serves one connection to its end.
    async fn beside(others: usize, workers: usize) -> (Ended, bool) {
        let free = Arc::new(Semaphore::new(workers));
        let dial = MemoryDial::new(move |mut io| {
            let free = Arc::clone(&free);
            tokio::spawn(async move {
                let _worker = free.acquire().await;
                while let Ok(1..) = io.read(&mut [0; 4096]).await {
                    let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
                    let _ = io.write_all(answer).await;
                }
            });
            true
        });
        let clock = Clock::starting_at(chrono::DateTime::UNIX_EPOCH);
        let authority = "isv.example".to_owned();
        let delivery = Delivery::new(Arc::new(dial), authority, clock, Limits::default());
        let call = Outgoing::get("/produceAPI?activity=queryInstance".to_owned());
        let (delivered, beside) = delivery.deliver_beside(&call, others).await;
        (delivered.ended, beside)
    }

    #[tokio::test(start_paused = true)]
    async fn connections_are_kept_only_where_there_is_a_worker_for_each() {
        assert_eq!(beside(3, 4).await, (Ended::Answered, true));
        assert_eq!(beside(3, 3).await, (Ended::Answered, false));
        assert_eq!(beside(7, 1).await, (Ended::Answered, false));
        assert_eq!(beside(0, 1).await, (Ended::Answered, true));
    }
}
