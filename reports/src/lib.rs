//! What came out of a run.
//!
//! | module | what it holds |
//! |---|---|
//! | [`report`] | [`RunReport`]: the one value that every format reads, folded from the events |
//! | [`formats`] | [`Format`](formats::Format), and the table of those that go to a file |
//! | [`json`] | `report.json` and its schema, for programs |
//! | `junit` | `junit.xml`, for CI |
//! | `html` | `report.html`, one file for people |
//! | `markdown` | `summary.md`, for the summary of a CI job |
//! | `sarif` | `report.sarif`, for code scanning |
//! | `tap` | `report.tap`, for harnesses of the Test Anything Protocol |
//! | `github` | `annotations.txt`, workflow commands for GitHub Actions |
//! | `csv` | `exchanges.csv`, the calls as a table |
//! | `badge` | `badge.json`, for shields.io |
//! | `har` | `exchanges.har`, the calls for HTTP tools |
//! | [`evidence`] | `evidence.zip`: the record and its reports in one file, and whether one is whole |
//! | [`area`], [`prose`] | the areas of rules, and their documentation as blocks of text |
//! | [`diff`] | two runs side by side: what broke, what was mended |
//! | [`terminal`] | what a person reads at the end of a run |
//!
//! A report is a pure function of the events: no clock, no file, no network is looked at, so the
//! same record always gives the same bytes. A new format is its file and a line in [`formats`].

pub mod area;
mod badge;
mod csv;
pub mod diff;
pub mod evidence;
pub mod formats;
mod github;
mod har;
mod html;
pub mod json;
mod junit;
pub mod lang;
mod markdown;
pub mod prose;
pub mod report;
mod sarif;
mod steps;
mod tap;
pub mod terminal;
mod words;

pub use html::{STYLE, life_cycle_picture};
pub use report::{ReportSink, RunReport};
pub use steps::step_in_words;
pub use words::{book_address, came_of, on_one_line, visible};
