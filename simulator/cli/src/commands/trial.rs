//! Playing a trial, and what is told of it: on the terminal, in reports, in the record.

use std::fmt::Write as _;
use std::fs::File;
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_reports::RunReport;
use galleria_reports::lang::say;
use galleria_scenarios::event::{Event, RunStarted};
use galleria_scenarios::record::{JsonLines, Recorder};
use galleria_scenarios::trial::{TrialReport, TrialRuleReport};
use galleria_scenarios::verdict::{ExitCode, Verdict};

use super::interrupt::signal;
use super::runtime;
use crate::args::TrialArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain, note};

/// Plays a trial, writes its records and reports, and tells what came out. `prepare` is called inside the
/// runtime, and gives the trial, what it sets out to do, and its clock.
pub(super) fn tried<T, E>(
    outcome: &TrialArgs,
    terminal: Terminal,
    prepare: impl FnOnce() -> Result<(T, RunStarted, Clock), CliError>,
    events: fn(RunStarted, &TrialReport, Duration) -> Vec<Event>,
    told: fn(&E) -> Result<ExitCode, CliError>,
) -> Result<ExitCode, CliError>
where
    T: Future<Output = Result<TrialReport, E>>,
{
    let reports = Reports::asked(&outcome.report, outcome.report_dir.as_deref())?;
    reports.refuse_collisions(None)?;
    let (played, begun, records, took) = runtime()?.block_on(async {
        let (trial, begun, clock) = prepare()?;
        let records = reports.create()?;
        let played = tokio::select! {
            biased;
            () = signal() => None,
            played = trial => Some(played),
        };
        Ok::<_, CliError>((played, begun, records, clock.elapsed()))
    })?;
    let report = match played {
        None => {
            complain("interrupted: nothing is judged");
            return Ok(ExitCode::Interrupted);
        }
        Some(Err(trouble)) => return told(&trouble),
        Some(Ok(report)) => report,
    };
    let fail_on = begun.fail_on;
    let events = events(begun, &report, took);
    conclude(
        &report,
        &events,
        (records, &reports),
        outcome.json,
        terminal,
    )?;
    Ok(report.exit_code(fail_on))
}

/// Writes the records and reports, and tells what came out.
fn conclude(
    report: &TrialReport,
    events: &[Event],
    (records, reports): (Vec<JsonLines<File>>, &Reports),
    json: bool,
    terminal: Terminal,
) -> Result<(), CliError> {
    let drawn = drawn(events, records);
    let text = if json {
        let json = serde_json::to_string_pretty(report);
        json.map_err(|error| CliError::Bug(error.to_string()))? + "\n"
    } else {
        in_words(report)
    };
    if !reports.take_stdout() {
        terminal.print(&text)?;
    } else if !terminal.is_quiet() {
        note(&text);
    }
    reports.write(&drawn)
}

/// Writes the records, and folds the events to what the reports are drawn from.
fn drawn(events: &[Event], records: Vec<JsonLines<File>>) -> RunReport {
    let written = records.into_iter().map(|record| Box::new(record) as _);
    let mut recorder = Recorder::new(written.collect());
    for event in events {
        recorder.record(event);
    }
    for failure in recorder.into_failures() {
        complain(&format!("{failure}; the record is not whole"));
    }
    RunReport::from_events(events)
}

/// The report for people: what failed first, then the rest, a line each.
fn in_words(report: &TrialReport) -> String {
    let mut text = String::new();
    let broken = |rule: &&TrialRuleReport| rule.verdict == Verdict::Fail;
    let (failed, others): (Vec<_>, Vec<_>) = report.rules.iter().partition(broken);
    for rule in failed {
        line(&mut text, "FAIL", rule);
        for finding in &rule.findings {
            let _ = writeln!(text, "      {}", say(&finding.place));
            let _ = writeln!(text, "        {}", say(finding.explanation));
            let _ = writeln!(text, "        {}", say(finding.fix));
        }
    }
    for rule in others {
        let verdict = match rule.verdict {
            Verdict::Pass => "pass",
            Verdict::NotApplicable => "n/a",
            Verdict::Unobserved | Verdict::Fail | Verdict::KnownFailure => "unobserved",
        };
        line(&mut text, verdict, rule);
        if let Some(reason) = rule.reason {
            let _ = writeln!(text, "        {}", say(reason));
        }
    }
    let count = |verdict| report.with(verdict).len();
    let (held, failed) = (count(Verdict::Pass), count(Verdict::Fail));
    let unseen = count(Verdict::Unobserved) + count(Verdict::NotApplicable);
    let sum = format!("{held} rules held, {failed} failed, {unseen} were not judged");
    let _ = writeln!(text, "{}", say(&sum));
    text
}

fn line(text: &mut String, verdict: &str, rule: &TrialRuleReport) {
    let TrialRuleReport {
        id, name, force, ..
    } = rule;
    let _ = writeln!(text, "{verdict:10}  {id}  {name} ({force})");
}
