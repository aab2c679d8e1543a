//! A campaign for people.

use std::fmt::Write as _;
use std::path::PathBuf;

use galleria_reports::lang::say;
use galleria_reports::terminal::TerminalStyle;
use galleria_scenarios::fuzz::campaign::Outcome;
use galleria_scenarios::fuzz::found::Found;
use galleria_scenarios::run::Plan;
use galleria_scenarios::verdict::ExitCode;

use super::coverage;
use super::live::rate;
use crate::args::FuzzArgs;
use crate::commands::explain::in_words;
use crate::output::column;

/// What is told.
pub(super) struct Told<'a> {
    pub(super) args: &'a FuzzArgs,
    pub(super) plan: &'a Plan,
    pub(super) outcome: &'a Outcome,
    pub(super) kept: &'a [PathBuf],
    pub(super) files: &'a [String],
    pub(super) exit: ExitCode,
    pub(super) style: TerminalStyle,
}

pub(super) fn render(told: &Told) -> String {
    let Told { plan, outcome, .. } = told;
    let title = format!(
        "galleria fuzz, profile {}, billing {}, seed {}",
        plan.profile.id, plan.billing, plan.seed
    );
    let mut text = format!("{}\n", say(&title));
    for (found, file) in outcome.found.iter().zip(told.kept) {
        text.push_str(&failure(found, &file.display().to_string()));
    }
    text.push_str(&edges(told));
    text.push_str(&sums(told));
    text
}

fn failure(found: &Found, file: &str) -> String {
    let finding = &found.failure.finding;
    let mut text = format!("\n{}\n", found.scenario.title);
    let (failed, of) = found.failed;
    let _ = writeln!(
        text,
        "  found in history {} of {} steps, shrunk to {}; {failed} of {of} replays failed{}",
        found.case,
        found.steps,
        found.scenario.steps.len(),
        if found.is_steady() {
            ""
        } else {
            ": it comes and goes"
        }
    );
    for (number, step) in (1..).zip(&found.scenario.steps) {
        let mark = if number == finding.step { ">" } else { " " };
        let _ = writeln!(
            text,
            "  {mark} {number}. {}",
            in_words(&found.scenario, step)
        );
    }
    if finding.step as usize > found.scenario.steps.len() {
        let _ = writeln!(
            text,
            "  > {}. behind the steps, when it is cleaned up",
            finding.step
        );
    }
    text.push_str(&facts(found, file));
    text
}

/// What is known of a failure, a line each.
fn facts(found: &Found, file: &str) -> String {
    let finding = &found.failure.finding;
    let seen = (found.seen > 1).then(|| format!("{} histories", found.seen));
    let again = format!("galleria replay {file}");
    let facts = [
        ("where", Some(&finding.place)),
        ("expected", Some(&finding.expected)),
        ("actual", Some(&finding.actual)),
        ("why", Some(&finding.explanation)),
        ("fix", Some(&finding.fix)),
        ("seen in", seen.as_ref()),
        ("again", Some(&again)),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact?)));
    let line = |(name, fact): (&str, &String)| format!("  {}  {}\n", column(name, 8), say(fact));
    known.map(line).collect()
}

/// The life cycle: all of it where `-v` asks for it, else what was not played.
fn edges(told: &Told) -> String {
    let outcome = told.outcome;
    let (played, all) = (outcome.played.len(), outcome.edges.len());
    let mut text = format!(
        "\nlife cycle: {played} of {all} edges were played ({}%)\n",
        coverage(outcome)
    );
    for edge in &outcome.edges {
        let was = outcome.played.contains(edge);
        if told.style.verbose > 0 || (!was && outcome.status.cases > 0) {
            let mark = if was { "played" } else { "never " };
            let _ = writeln!(text, "  {mark}  {edge}");
        }
    }
    if let Some(least) = told.args.min_coverage
        && coverage(outcome) < usize::from(least)
    {
        let _ = writeln!(text, "  that is less than --min-coverage {least}");
    }
    text
}

fn sums(told: &Told) -> String {
    let (outcome, status) = (told.outcome, &told.outcome.status);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "\n{} histories, {} calls in {:.1}s ({:.0} histories/s, {:.0} calls/s)",
        status.cases,
        status.calls,
        status.elapsed.as_secs_f64(),
        rate(status.cases, status.elapsed),
        rate(status.calls, status.elapsed)
    );
    if let Some(stopped) = &outcome.stopped {
        let _ = writeln!(text, "ended early: {stopped}");
    }
    let verdict = match outcome.found.len() {
        0 if told.exit == ExitCode::Held => "nothing failed".to_owned(),
        0 => told.exit.meaning().to_owned(),
        1 => "one failure".to_owned(),
        many => format!("{many} distinct failures"),
    };
    let _ = writeln!(text, "{verdict}; exit code {}", told.exit.number());
    text.push_str("\nReports:\n");
    for file in told.files {
        let _ = writeln!(text, "  {file}");
    }
    text
}
