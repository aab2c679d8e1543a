//! A seller that runs elsewhere, taken down and brought up by commands.

use std::time::Duration;

use futures_util::future::BoxFuture;
use galleria_marketplace::clock::Clock;

use super::shell::shell;
use super::{Hand, HandError};

/// So long a command may take.
const LIMIT: Duration = Duration::from_mins(2);

/// Runs commands of the user's. A command that is to start the seller has to leave it running and end
/// itself.
#[derive(Clone, Debug)]
pub struct CommandHand {
    down: Option<String>,
    up: String,
    clock: Clock,
    quiet: bool,
}

impl CommandHand {
    /// `down` takes the seller down, and `up` brings it up; without `down` the command `up` does both.
    /// What they write is dropped where it is to be `quiet`.
    pub fn new(down: Option<String>, up: String, clock: Clock, quiet: bool) -> Self {
        Self {
            down,
            up,
            clock,
            quiet,
        }
    }

    async fn run(&self, line: &str) -> Result<(), HandError> {
        let line_told = || line.to_owned();
        let work = async { shell(line, self.quiet).status().await };
        let Some(ended) = self.clock.within(LIMIT, work).await else {
            return Err(HandError::TooSlow {
                line: line_told(),
                limit: LIMIT,
            });
        };
        let status = ended.map_err(|error| HandError::NotRun {
            line: line_told(),
            reason: error.to_string(),
        })?;
        if status.success() {
            return Ok(());
        }
        Err(HandError::Failed {
            line: line_told(),
            status: status.to_string(),
        })
    }
}

impl Hand for CommandHand {
    fn take_down(&self) -> BoxFuture<'_, Result<(), HandError>> {
        Box::pin(async {
            match &self.down {
                Some(line) => self.run(line).await,
                None => self.run(&self.up).await,
            }
        })
    }

    fn leaves_it_down(&self) -> bool {
        self.down.is_some()
    }

    fn bring_up(&self) -> BoxFuture<'_, Result<(), HandError>> {
        Box::pin(async {
            match &self.down {
                Some(_) => self.run(&self.up).await,
                None => Ok(()),
            }
        })
    }
}
