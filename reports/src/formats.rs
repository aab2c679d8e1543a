//! The formats that go to a file, one module each.

use crate::badge::Badge;
use crate::csv::Csv;
use crate::github::Github;
use crate::har::Har;
use crate::html::Html;
use crate::json::Json;
use crate::junit::Junit;
use crate::markdown::Markdown;
use crate::report::RunReport;
use crate::sarif::Sarif;
use crate::tap::Tap;

/// A way to write a report into a file.
pub trait Format: Sync + std::fmt::Debug {
    /// Its name in `--report NAME=PATH`.
    fn name(&self) -> &'static str;

    /// The name of its file in a folder of reports.
    fn file_name(&self) -> &'static str;

    /// The bytes of the file.
    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError>;
}

/// Why a report could not be drawn. None of these is the seller's doing.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// The report holds no run.
    #[error("there is no run to report: its events do not begin with the start of a run")]
    NoRun,
    /// The format's writer failed.
    #[error("the {format} report could not be drawn: {reason}")]
    Writer {
        /// The format's name.
        format: &'static str,
        /// What went wrong.
        reason: String,
    },
}

/// Every format.
pub const ALL: &[&dyn Format] = &[
    &Json, &Junit, &Html, &Markdown, &Sarif, &Tap, &Github, &Csv, &Badge, &Har,
];

/// The formats that every run leaves in its folder, without being asked.
pub const EVERY_RUN: &[&dyn Format] = &[&Json, &Junit, &Html];

/// The names of the formats, for messages.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|format| format.name()).collect()
}

/// The format of that name.
pub fn find(name: &str) -> Option<&'static dyn Format> {
    ALL.iter().copied().find(|format| format.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name_and_has_a_file_of_its_own() {
        for format in ALL {
            assert_eq!(
                find(format.name()).map(Format::file_name),
                Some(format.file_name())
            );
        }
        let mut files: Vec<_> = ALL.iter().map(|format| format.file_name()).collect();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), ALL.len());
        assert!(find("yaml").is_none());
    }

    #[test]
    fn a_report_without_a_run_is_an_error_in_every_format() {
        for format in ALL {
            let drawn = format.render(&RunReport::default());
            assert!(
                matches!(drawn, Err(FormatError::NoRun)),
                "{}",
                format.name()
            );
        }
    }
}
