//! `report.json`, for programs: stable, documented by a JSON Schema that is generated from the
//! types here.
//!
//! Members are added without notice; one that is renamed, removed or changed in meaning raises
//! [`FORMAT_VERSION`].

mod call_back;
mod document;
mod exchange;
mod life_cycle;
mod message;
mod names;
mod rule;
mod run;
mod scenario;
mod schema;

pub use schema::schema;

use crate::formats::{Format, FormatError};
use crate::report::RunReport;

/// The version of the format.
pub const FORMAT_VERSION: u32 = 1;

/// The format `json`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn file_name(&self) -> &'static str {
        "report.json"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let document = document::Document::of(report)?;
        let failed = |error: serde_json::Error| FormatError::Writer {
            format: "json",
            reason: error.to_string(),
        };
        let mut bytes = serde_json::to_vec_pretty(&document).map_err(failed)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
