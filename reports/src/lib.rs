//! What came out of a run.
//!
//! | module | what it holds |
//! |---|---|
//! | [`report`] | [`RunReport`]: the one value that every format reads, folded from the events |
//! | [`formats`] | [`Format`](formats::Format), and the table of those that go to a file |
//! | [`json`] | `report.json` and its schema, for programs |
//! | `junit` | `junit.xml`, for CI |
//! | `html` | `report.html`, one file for people |
//! | [`terminal`] | what a person reads at the end of a run |
//!
//! A report is a pure function of the events: no clock, no file, no network is looked at, so the
//! same record always gives the same bytes. A new format is its file and a line in [`formats`].

pub mod formats;
mod html;
pub mod json;
mod junit;
pub mod lang;
pub mod report;
pub mod terminal;
mod words;

pub use report::{ReportSink, RunReport};
pub use words::{came_of, on_one_line, visible};
