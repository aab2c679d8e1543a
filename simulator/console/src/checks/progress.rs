//! How far a check is.

use galleria_scenarios::event::Event;
use galleria_scenarios::record::{Sink, SinkError};
use serde::Serialize;
use tokio::sync::watch;

/// What the page shows of a check that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Progress {
    /// How many scenarios there are.
    pub(crate) scenarios: usize,
    /// How many are over or were left out.
    pub(crate) done: usize,
    /// How many calls were made.
    pub(crate) calls: u64,
    /// The scenario of the last call.
    pub(crate) scenario: String,
    /// The rules that found something so far, in the order in which they did.
    pub(crate) found: Vec<String>,
    /// Whether it is over.
    pub(crate) over: bool,
}

/// Folds the events into the progress.
#[derive(Debug)]
pub(super) struct Live(pub(super) watch::Sender<Progress>);

impl Sink for Live {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.0.send_modify(|progress| fold(progress, event));
        Ok(())
    }
}

fn fold(progress: &mut Progress, event: &Event) {
    match event {
        Event::RunStarted(run) => progress.scenarios = run.scenarios.len(),
        Event::Exchanged(exchange) => {
            progress.calls += 1;
            progress.scenario.clone_from(&exchange.scenario);
        }
        Event::ScenarioLeftOut { .. } => progress.done += 1,
        Event::ScenarioFinished { judged, .. } => {
            progress.done += 1;
            for judged in judged.iter().filter(|judged| !judged.findings.is_empty()) {
                if !progress.found.contains(&judged.rule) {
                    progress.found.push(judged.rule.clone());
                }
            }
        }
        _ => {}
    }
}

impl crate::under_way::Progress for Progress {
    fn is_over(&self) -> bool {
        self.over
    }

    fn end(&mut self) {
        self.over = true;
    }
}
