//! `galleria report merge`: one record of the records of shards.

use std::fs::File;
use std::io::BufWriter;

use galleria_reports::{RunReport, terminal as report_terminal};
use galleria_scenarios::event::Event;
use galleria_scenarios::record::{self, JsonLines, Sink as _};
use galleria_scenarios::verdict::ExitCode;

use super::{read, tell_files};
use crate::args::MergeArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, note, warn};

/// The exit code is that of the joined run, so that the job that joins is the gate; where a shard is missing
/// it never says that everything held.
pub(super) fn merge(args: &MergeArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let reports = Reports::parse(&args.report)?.reading(&args.out);
    reports.refuse_collisions(Some(&args.out))?;
    let same = |path: &std::path::Path| path.canonicalize().ok();
    let out = same(&args.out);
    let mut records: Vec<(String, Vec<Event>)> = Vec::new();
    for path in &args.records {
        if out.is_some() && same(path) == out {
            return Err(CliError::usage(format!(
                "{} is one of the records that are joined; --out would overwrite it",
                path.display()
            )));
        }
        records.push((path.display().to_string(), read(path)?));
    }
    let merged = record::merge(&records).map_err(|error| CliError::usage(error.to_string()))?;
    write(args, &merged)?;
    let report = RunReport::from_events(&merged);
    reports.write(&report)?;
    if reports.take_stdout() {
        tell_files(&reports, terminal);
    } else {
        terminal.print(&report_terminal::render(&report, terminal.style()))?;
        tell_files(&reports, terminal);
    }
    if !terminal.is_quiet() {
        note(&format!("written: {}", args.out.display()));
    }
    let exit = report.conclude().exit;
    let missing = record::missing_shards(&records);
    if missing.is_empty() {
        return Ok(exit);
    }
    let missing: Vec<String> = missing
        .iter()
        .map(|shard| format!("{}/{}", shard.number, shard.of))
        .collect();
    warn(&format!(
        "there is no record of shard {}: the verdict is of the others alone",
        missing.join(", ")
    ));
    // What nobody saw is not green.
    Ok(match exit {
        ExitCode::Held => ExitCode::NothingJudged,
        exit => exit,
    })
}

fn write(args: &MergeArgs, events: &[Event]) -> Result<(), CliError> {
    let unwritable = |reason| CliError::Report {
        path: args.out.display().to_string(),
        reason,
    };
    let file = File::create(&args.out).map_err(unwritable)?;
    let mut lines = JsonLines::new(args.out.display().to_string(), BufWriter::new(file));
    for event in events {
        lines
            .take(event)
            .map_err(|error| unwritable(std::io::Error::other(error.reason)))?;
    }
    Ok(())
}
