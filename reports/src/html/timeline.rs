//! The time of a scenario, on which the bars of its calls lie.

use std::time::Duration;

use crate::report::ScenarioReport;
use crate::words::duration;

/// A stretch of a run's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Its start, in microseconds from the start of the run.
    pub(super) start_us: u64,
    /// How long it is, in microseconds.
    pub(super) length_us: u64,
}

impl Span {
    /// From the first call of a scenario to the end of the last.
    pub(super) fn of(scenario: &ScenarioReport) -> Self {
        let timings = || scenario.exchanges().map(|exchange| exchange.timings);
        let start_us = timings().map(|one| one.started_us).min().unwrap_or(0);
        let ends = timings().map(|one| one.started_us.saturating_add(one.last_byte_us));
        let end_us = ends.max().unwrap_or(start_us);
        Self {
            start_us,
            length_us: end_us - start_us,
        }
    }

    /// The marks on its axis: its start, its middle and its end.
    pub(super) fn marks(self) -> [String; 3] {
        let at = |us| duration(Duration::from_micros(us));
        ["0".to_owned(), at(self.length_us / 2), at(self.length_us)]
    }
}
