//! `junit.xml`, for CI: a test case a rule, a suite an area.
//!
//! `classname` and `name` are the same in every run under a profile, so that CI can follow a rule
//! over time. Only what fails the run is a `failure`; `error` stands for faults of galleria itself,
//! of which the events of a run tell none.

mod case;
mod suite;

use quick_junit::Report;

use crate::formats::{Format, FormatError};
use crate::report::RunReport;

/// The format `junit`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Junit;

impl Format for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn file_name(&self) -> &'static str {
        "junit.xml"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let mut xml = Report::new("galleria");
        xml.set_timestamp(run.started);
        xml.set_time(report.elapsed());
        for area in suite::areas(&concluded) {
            xml.add_test_suite(suite::suite(area, run, &concluded));
        }
        let mut bytes = Vec::new();
        let failed = |error: quick_junit::SerializeError| FormatError::Writer {
            format: "junit",
            reason: error.to_string(),
        };
        xml.serialize(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }
}
