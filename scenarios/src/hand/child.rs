//! A seller that galleria starts itself.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use galleria_marketplace::clock::Clock;
use tokio::sync::Mutex;

use super::group::Group;
use super::shell::bare;
use super::{Hand, HandError};

/// So long the dead are waited for, and how often they are looked for.
const GONE_WITHIN: Duration = Duration::from_millis(150);
const PAUSE: Duration = Duration::from_millis(2);

/// Starts the seller as a child, kills it with everything that it started, and starts it again.
#[derive(Clone, Debug)]
pub struct ChildHand {
    line: String,
    clock: Clock,
    quiet: bool,
    child: Arc<Mutex<Option<Group>>>,
}

impl ChildHand {
    /// The hand that starts the seller with the command `line`, which stays in the foreground for as
    /// long as the seller runs. What it writes is dropped where it is to be `quiet`.
    pub fn new(line: impl Into<String>, clock: Clock, quiet: bool) -> Self {
        Self {
            line: line.into(),
            clock,
            quiet,
            child: Arc::default(),
        }
    }

    /// The child may be a shell, and the seller its child: that one is waited for too, or else the next
    /// call would find the port of the dying. One that nobody takes note of stays listed for ever.
    async fn kill(&self) {
        let Some(group) = self.child.lock().await.take() else {
            return;
        };
        let rest = group.kill().await;
        let begun = self.clock.elapsed();
        while !rest.is_gone() && self.clock.elapsed().saturating_sub(begun) < GONE_WITHIN {
            self.clock.sleep(PAUSE).await;
        }
    }

    async fn start(&self) -> Result<(), HandError> {
        let mut child = self.child.lock().await;
        if child.as_mut().is_some_and(|group| group.ended().is_none()) {
            return Ok(());
        }
        let started = Group::spawn(bare(&self.line), self.quiet);
        *child = Some(started.map_err(|error| HandError::NotRun {
            line: self.line.clone(),
            reason: error.to_string(),
        })?);
        Ok(())
    }

    /// Fails where the seller has ended by itself.
    pub async fn still_runs(&self) -> Result<(), HandError> {
        let mut child = self.child.lock().await;
        match child.as_mut().and_then(Group::ended) {
            Some(status) => Err(HandError::Ended {
                line: self.line.clone(),
                status: status.to_string(),
            }),
            None => Ok(()),
        }
    }
}

impl Hand for ChildHand {
    fn take_down(&self) -> BoxFuture<'_, Result<(), HandError>> {
        Box::pin(async {
            self.still_runs().await?;
            self.kill().await;
            Ok(())
        })
    }

    fn bring_up(&self) -> BoxFuture<'_, Result<(), HandError>> {
        Box::pin(self.start())
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn run<T>(work: impl Future<Output = T>) -> T {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build();
        runtime.expect("a runtime starts").block_on(work)
    }

    #[test]
    fn a_child_and_its_children_are_killed_and_started_again() {
        run(async {
            let folder = tempfile::tempdir().expect("a folder can be made");
            let file = folder.path().join("pids");
            let line = format!("sleep 600 & echo $! >> {}; wait", file.display());
            let hand = ChildHand::new(line, Clock::system(), true);
            let pids = || std::fs::read_to_string(&file).unwrap_or_default();
            for times in 1..=2 {
                hand.bring_up().await.expect("it starts");
                while pids().lines().count() < times {
                    tokio::task::yield_now().await;
                }
                hand.take_down().await.expect("it is killed");
            }
            for pid in pids().lines() {
                let state = std::fs::read_to_string(format!("/proc/{pid}/stat"));
                let alive = state.is_ok_and(|stat| !stat.contains(") Z "));
                assert!(!alive, "{pid} still runs");
            }
        });
    }

    #[test]
    fn a_seller_that_ended_by_itself_is_told() {
        run(async {
            let hand = ChildHand::new("exit 7", Clock::system(), true);
            hand.bring_up().await.expect("it starts");
            let told = loop {
                if let Err(told) = hand.still_runs().await {
                    break told;
                }
                tokio::task::yield_now().await;
            };
            assert!(told.to_string().contains('7'), "{told}");
        });
    }
}
