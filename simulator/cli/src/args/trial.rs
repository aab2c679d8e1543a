//! What is to become of a trial's outcome.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct TrialArgs {
    /// Which force of a broken rule ends with exit code 1
    #[arg(long, default_value = "should", value_name = "must|should", value_parser = ["must", "should"])]
    pub(crate) fail_on: String,
    /// Prints one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// Writes a further report: jsonl, json, junit, html, markdown, sarif, tap, github, csv, badge,
    /// har or bundle; `-` is standard output (may be given again)
    #[arg(
        long,
        value_name = "FORMAT=PATH",
        help_heading = "Reports",
        conflicts_with = "json"
    )]
    pub(crate) report: Vec<String>,
    /// The folder for record.jsonl, report.json, junit.xml and report.html
    #[arg(long, value_name = "DIR", help_heading = "Reports")]
    pub(crate) report_dir: Option<PathBuf>,
}
