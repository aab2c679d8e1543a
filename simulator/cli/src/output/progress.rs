//! Progress on a terminal.

use galleria_reports::lang::say;
use galleria_scenarios::event::Event;
use galleria_scenarios::record::{Sink, SinkError};
use indicatif::{ProgressBar, ProgressStyle};

/// A bar that moves with the scenarios and counts the calls.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    calls: u64,
}

impl Progress {
    /// A bar on standard error.
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::new(0);
        let template = format!(
            "{{bar:28}} {{pos}}/{{len}} {}  {{wide_msg}}",
            say("scenarios")
        );
        let style = ProgressStyle::with_template(&template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, calls: 0 }
    }
}

impl Sink for Progress {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        match event {
            Event::RunStarted(run) => self.bar.set_length(run.scenarios.len() as u64),
            Event::Exchanged(exchange) => {
                self.calls += 1;
                let calls = format!("{} calls", self.calls);
                let calls = say(&calls);
                self.bar
                    .set_message(format!("{calls}  {}", exchange.scenario));
            }
            Event::ScenarioFinished { .. } | Event::ScenarioLeftOut { .. } => self.bar.inc(1),
            Event::RunFinished(_) => self.bar.finish_and_clear(),
            _ => {}
        }
        Ok(())
    }
}
