//! `galleria login-test`: the login of kit accounts, tried as a browser tries it.

use std::fmt::Write as _;
use std::fs::File;

use galleria_reports::RunReport;
use galleria_reports::lang::say;
use galleria_scenarios::event::Event;
use galleria_scenarios::login::{self, LoginReport, LoginRuleReport, LoginTrouble};
use galleria_scenarios::record::{JsonLines, Recorder};
use galleria_scenarios::verdict::{ExitCode, Verdict};

use super::interrupt::signal;
use super::runtime;
use crate::args::LoginTestArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain, note};
use crate::settings;

pub(super) fn login_test(args: &LoginTestArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let reports = Reports::asked(&args.report, args.report_dir.as_deref())?;
    reports.refuse_collisions(None)?;
    let (played, begun, records, took) = runtime()?.block_on(async {
        let (settings, begun) = settings::login_test(args)?;
        let records = reports.create()?;
        let clock = settings.clock.clone();
        let played = tokio::select! {
            biased;
            () = signal() => None,
            played = login::login_test(settings) => Some(played),
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
    let drawn = drawn(&login::events(begun, &report, took), records);
    let text = if args.json {
        let json = serde_json::to_string_pretty(&report);
        json.map_err(|error| CliError::Bug(error.to_string()))? + "\n"
    } else {
        in_words(&report)
    };
    if !reports.take_stdout() {
        terminal.print(&text)?;
    } else if !terminal.is_quiet() {
        note(&text);
    }
    reports.write(&drawn)?;
    Ok(report.exit_code(fail_on))
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

fn told(trouble: &LoginTrouble) -> Result<ExitCode, CliError> {
    complain(&trouble.to_string());
    match trouble {
        LoginTrouble::Unreachable(_) | LoginTrouble::NoLogin(_) => Ok(ExitCode::Unreachable),
        LoginTrouble::NotAccepted { .. } => Ok(ExitCode::NothingJudged),
        LoginTrouble::Centre(_) => Err(CliError::usage(
            "a login test opens ports of 127.0.0.1 and encrypts with the seller's public key",
        )),
    }
}

/// The report for people: what failed first, then the rest, a line each.
fn in_words(report: &LoginReport) -> String {
    let mut text = String::new();
    let broken = |rule: &&LoginRuleReport| rule.verdict == Verdict::Fail;
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

fn line(text: &mut String, verdict: &str, rule: &LoginRuleReport) {
    let LoginRuleReport {
        id, name, force, ..
    } = rule;
    let _ = writeln!(text, "{verdict:10}  {id}  {name} ({force})");
}
