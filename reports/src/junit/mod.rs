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
        Ok(without_skipped(bytes))
    }
}

/// Jenkins knows no number of skipped tests in the root, whose suites tell theirs.
fn without_skipped(xml: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(xml) else {
        return Vec::new();
    };
    let root = text.find("<testsuites").unwrap_or_default();
    let end = text[root..].find('>').map_or(root, |end| root + end);
    let counts = text[root..end].find(" skipped=\"").map(|at| root + at);
    let Some(from) = counts else {
        return text.into_bytes();
    };
    let value = from + " skipped=\"".len();
    let to = text[value..]
        .find('"')
        .map_or(value, |quote| value + quote + 1);
    [&text[..from], &text[to..]].concat().into_bytes()
}
