//! `galleria report`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::listing::ListFormat;

const EXAMPLES: &str = "\
Examples:
  galleria report galleria-report/record.jsonl
      prints the report again
  galleria report galleria-report/record.jsonl --report sarif=galleria.sarif --report github=-
      draws it in other formats
  galleria report before.jsonl after.jsonl --diff
      what broke and what was mended; the exit code is 1 where something broke
  galleria report merge shards/*/record.jsonl --out record.jsonl
      joins the records of `galleria check --shard`

Otherwise the exit code is 0 whatever the run came to.";

#[derive(Debug, Args)]
#[command(
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(crate) struct ReportArgs {
    /// The record of a run: record.jsonl in its report folder, also one that was cut off; two with
    /// --diff
    #[arg(value_name = "RECORD", required = true, num_args = 1..=2)]
    pub(crate) record: Vec<PathBuf>,
    /// Writes json, junit, html, markdown, sarif, tap, github, csv, badge, har or bundle; `-` is
    /// standard output (may be given again); without it the report is printed
    #[arg(long, value_name = "FORMAT=PATH")]
    pub(crate) report: Vec<String>,
    /// Compares two records: what broke, what was mended
    #[arg(long, conflicts_with = "report")]
    pub(crate) diff: bool,
    /// How to print the difference
    #[arg(long, value_enum, default_value_t = ListFormat::Text, requires = "diff")]
    pub(crate) format: ListFormat,
    #[command(subcommand)]
    pub(crate) command: Option<ReportCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    /// Joins the records of a run that was split up with --shard
    Merge(MergeArgs),
}

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// The records of the shards
    #[arg(value_name = "RECORD", required = true)]
    pub(crate) records: Vec<PathBuf>,
    /// The file for the joined record
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Writes reports of the joined run as well (may be given again)
    #[arg(long, value_name = "FORMAT=PATH")]
    pub(crate) report: Vec<String>,
}
