//! `galleria report`: from a saved record to reports.

mod merge;

use std::fs::File;
use std::path::Path;

use galleria_reports::{RunReport, diff, terminal as report_terminal};
use galleria_scenarios::event::Event;
use galleria_scenarios::record;
use galleria_scenarios::verdict::ExitCode;

use crate::args::{ListFormat, ReportArgs, ReportCommand};
use crate::error::CliError;
use crate::output::{Reports, Terminal, note, warn};

pub(super) fn report(args: &ReportArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    if let Some(ReportCommand::Merge(args)) = &args.command {
        return merge::merge(args, terminal);
    }
    match (args.diff, args.record.as_slice()) {
        (true, [before, after]) => compare(before, after, args.format, terminal),
        (true, _) => Err(CliError::usage(
            "--diff compares two records: the one before and the one after",
        )),
        (false, [record]) => draw(record, &args.report, terminal),
        (false, _) => Err(CliError::usage(
            "one record is drawn at a time; to compare two add --diff, to join shards use \
             `galleria report merge`",
        )),
    }
}

/// The events of a record. A last line that was cut off is left out and told.
fn read(path: &Path) -> Result<Vec<Event>, CliError> {
    let name = path.display().to_string();
    let broken = |reason| CliError::Record {
        path: name.clone(),
        reason,
    };
    let file = File::open(path).map_err(|error| broken(error.into()))?;
    let recorded = record::read(file).map_err(broken)?;
    if recorded.cut_off {
        warn(&format!(
            "{name}: the last line was cut off and is left out"
        ));
    }
    Ok(recorded.events)
}

fn draw(record: &Path, wanted: &[String], terminal: Terminal) -> Result<ExitCode, CliError> {
    let reports = Reports::parse(wanted)?.reading(record);
    reports.refuse_collisions(Some(record))?;
    let report = RunReport::from_events(&read(record)?);
    reports.write(&report)?;
    if reports.is_empty() {
        terminal.print(&report_terminal::render(&report, terminal.style()))?;
    } else {
        tell_files(&reports, terminal);
    }
    Ok(ExitCode::Held)
}

fn tell_files(reports: &Reports, terminal: Terminal) {
    if !terminal.is_quiet() {
        for file in reports.files() {
            note(&format!("written: {file}"));
        }
    }
}

fn compare(
    before: &Path,
    after: &Path,
    format: ListFormat,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let (before, after) = (read(before)?, read(after)?);
    let (before, after) = (
        RunReport::from_events(&before),
        RunReport::from_events(&after),
    );
    let diff = diff::diff(&before, &after)?;
    match format {
        ListFormat::Json => terminal.print(&diff::json(&diff))?,
        ListFormat::Text => terminal.print(&diff::text(&diff, terminal.style()))?,
    }
    Ok(diff.exit)
}
