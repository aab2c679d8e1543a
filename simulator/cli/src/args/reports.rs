//! Where the reports of a run go.

use std::path::PathBuf;

use clap::Args;

/// The folder of the reports, and further ones.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReportsArgs {
    /// Writes a further report: jsonl, json, junit, html, markdown, sarif, tap, github, csv, badge,
    /// har or bundle; `-` is standard output (may be given again)
    #[arg(long, value_name = "FORMAT=PATH", help_heading = "Reports")]
    pub(crate) report: Vec<String>,
    /// The folder for record.jsonl, report.json, junit.xml and report.html
    #[arg(
        long,
        env = "GALLERIA_REPORT_DIR",
        default_value = "galleria-report",
        value_name = "DIR",
        help_heading = "Reports"
    )]
    pub(crate) report_dir: PathBuf,
    /// Where galleria's book is published (mdbook build docs), so that SARIF and the job summary link
    /// the page of each rule
    #[arg(
        long,
        env = "GALLERIA_BOOK_URL",
        value_name = "URL",
        value_parser = address,
        help_heading = "Reports"
    )]
    pub(crate) book_url: Option<String>,
}

fn address(text: &str) -> Result<String, String> {
    let told = "write the address of a folder, such as https://example.com/galleria/";
    galleria_reports::book_address(text).ok_or_else(|| told.to_owned())
}
