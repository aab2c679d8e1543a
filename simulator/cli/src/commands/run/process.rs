//! The seller's process, with everything that it starts itself.

use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_scenarios::hand::Group;
use galleria_scenarios::run::{Seat, Stop};

use crate::error::CliError;
use crate::output::note;

/// How long a seller may take to answer, where nothing else is said.
const WAIT: Duration = Duration::from_secs(30);
/// How long it may take to end when it is asked to.
const GRACE: Duration = Duration::from_secs(5);
/// How often it is asked whether it answers, or has ended.
const PULSE: Duration = Duration::from_millis(50);

/// What is to be started.
#[derive(Debug)]
pub(crate) struct Command {
    /// The program and its arguments; no shell reads them.
    pub(crate) words: Vec<String>,
    /// Whether what it says is thrown away.
    pub(crate) quiet: bool,
}

/// A seller that was started; it is ended at once where this is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    group: Group,
    name: String,
}

impl Process {
    /// Starts the command and waits until it accepts connections.
    ///
    /// # Errors
    /// Where something answers there already, and where the command cannot be started, ends, or does
    /// not answer in time.
    pub(crate) async fn start(
        command: &Command,
        seat: &Seat,
        limit: Option<Duration>,
        stop: &Stop,
    ) -> Result<Self, CliError> {
        if answers(seat).await {
            return Err(CliError::usage(format!(
                "something answers at {} already: stop it first, or check it with `galleria check`",
                seat.called
            )));
        }
        let mut process = Self::spawn(command)?;
        process.ready(seat, limit.unwrap_or(WAIT), stop).await?;
        Ok(process)
    }

    fn spawn(command: &Command) -> Result<Self, CliError> {
        let name = command.words.join(" ");
        let Some((program, arguments)) = command.words.split_first() else {
            return Err(CliError::usage("galleria run needs a command behind `--`"));
        };
        let mut start = tokio::process::Command::new(program);
        start.args(arguments);
        // Ctrl-C reaches us alone, who stop it behind the run.
        let group = Group::spawn(start, command.quiet);
        let group = group
            .map_err(|error| CliError::usage(format!("`{name}` cannot be started: {error}")))?;
        Ok(Self { group, name })
    }

    async fn ready(&mut self, seat: &Seat, limit: Duration, stop: &Stop) -> Result<(), CliError> {
        let give_up = seat.clock.elapsed() + limit;
        while seat.clock.elapsed() < give_up && !stop.is_requested() {
            if let Some(status) = self.group.ended() {
                return Err(CliError::Unreachable(format!(
                    "`{}` ended with {status} before it answered at {}",
                    self.name, seat.called
                )));
            }
            if answers(seat).await {
                return Ok(());
            }
            seat.clock.sleep(PULSE).await;
        }
        if stop.is_requested() {
            return Ok(());
        }
        Err(CliError::Unreachable(format!(
            "`{}` did not answer at {} within {limit:?}; give it more time with --wait-for",
            self.name, seat.called
        )))
    }

    /// Asks it to end, and ends it where it does not.
    pub(crate) async fn stop(mut self, clock: &Clock) {
        if let Some(status) = self.group.ended() {
            note(&format!("`{}` had ended with {status}", self.name));
            return;
        }
        self.group.ask();
        let give_up = clock.elapsed() + GRACE;
        while clock.elapsed() < give_up {
            if self.group.ended().is_some() {
                return;
            }
            clock.sleep(PULSE).await;
        }
    }
}

/// Whether a connection comes about.
async fn answers(seat: &Seat) -> bool {
    let dialled = seat.clock.within(Duration::from_secs(1), seat.dial.dial());
    matches!(dialled.await, Some(Ok(_)))
}
