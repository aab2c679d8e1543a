//! `galleria report`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// The record of a run: record.jsonl in its report folder, also one that was cut off
    #[arg(value_name = "RECORD")]
    pub(crate) record: PathBuf,
    /// Writes json, junit, html, markdown, sarif, tap, github, csv, badge or har; `-` is standard
    /// output (may be given again); without it the report is printed
    #[arg(long, value_name = "FORMAT=PATH")]
    pub(crate) report: Vec<String>,
}
