//! `galleria report`: from a saved record to reports.

use std::fs::File;

use galleria_reports::{RunReport, terminal as report_terminal};
use galleria_scenarios::record;
use galleria_scenarios::verdict::ExitCode;

use crate::args::ReportArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, note, warn};

pub(super) fn report(args: &ReportArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let path = args.record.display().to_string();
    let reports = Reports::parse(&args.report)?;
    reports.refuse_collisions(Some(&args.record))?;
    let broken = |reason| CliError::Record {
        path: path.clone(),
        reason,
    };
    let file = File::open(&args.record).map_err(|error| broken(error.into()))?;
    let recorded = record::read(file).map_err(broken)?;
    if recorded.cut_off {
        warn(&format!(
            "{path}: the last line was cut off and is left out"
        ));
    }
    let report = RunReport::from_events(&recorded.events);
    reports.write(&report)?;
    if reports.is_empty() {
        terminal.print(&report_terminal::render(&report, terminal.style()))?;
    } else if !terminal.is_quiet() {
        reports
            .files()
            .iter()
            .for_each(|file| note(&format!("written: {file}")));
    }
    Ok(ExitCode::Held)
}
