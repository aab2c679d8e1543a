//! `exchanges.har`: the calls as an HTTP archive 1.2, for browsers and HTTP tools. The secrets are
//! out of it, as they are out of the record.

mod entry;

use serde_json::{Value, json};

use crate::formats::{Format, FormatError};
use crate::report::RunReport;

/// The format `har`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Har;

impl Format for Har {
    fn name(&self) -> &'static str {
        "har"
    }

    fn file_name(&self) -> &'static str {
        "exchanges.har"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let entries: Vec<Value> = report
            .exchanges()
            .iter()
            .map(|exchange| entry::of(exchange, run.started))
            .collect();
        let pages: Vec<Value> = report
            .scenarios
            .iter()
            .filter_map(|scenario| {
                let first = scenario
                    .exchanges()
                    .map(|call| call.timings.started_us)
                    .min()?;
                Some(json!({
                    "startedDateTime": entry::moment(run.started, first),
                    "id": scenario.id,
                    "title": scenario.title,
                    "pageTimings": {},
                }))
            })
            .collect();
        let archive = json!({
            "log": {
                "version": "1.2",
                "creator": { "name": "galleria", "version": run.tool_version },
                "pages": pages,
                "entries": entries,
            }
        });
        Ok(format!("{archive:#}\n").into_bytes())
    }
}
