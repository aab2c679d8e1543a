//! Folding a run while it is under way.

use std::sync::{Arc, Mutex, PoisonError};

use galleria_scenarios::event::Event;
use galleria_scenarios::record::{Sink, SinkError};

use super::fold::RunReport;

/// A sink that folds the events of a run into a report. Clones share one report: the recorder gets
/// one, and another hands out the report when the run is over.
#[derive(Clone, Debug, Default)]
pub struct ReportSink {
    report: Arc<Mutex<RunReport>>,
}

impl ReportSink {
    /// The report so far, which leaves an empty one behind.
    pub fn take_report(&self) -> RunReport {
        std::mem::take(&mut *self.report.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sink for ReportSink {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.report
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take(event);
        Ok(())
    }
}
