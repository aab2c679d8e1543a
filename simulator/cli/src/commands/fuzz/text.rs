//! A campaign for people.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use galleria_reports::lang::say;
use galleria_reports::step_in_words;
use galleria_reports::terminal::TerminalStyle;
use galleria_scenarios::fuzz::campaign::Outcome;
use galleria_scenarios::fuzz::found::Found;
use galleria_scenarios::life_cycle::PlayedEdge;
use galleria_scenarios::run::Plan;
use galleria_scenarios::verdict::{ExitCode, RunVerdict};

use super::failures;
use super::live::rate;
use crate::output::column;

/// What is told.
pub(super) struct Told<'a> {
    pub(super) plan: &'a Plan,
    pub(super) outcome: &'a Outcome,
    /// The file of each failure, where it could be written.
    pub(super) kept: &'a [Option<PathBuf>],
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
    for (found, file) in failures(outcome).iter().zip(told.kept) {
        text.push_str(&failure(found, file.as_deref()));
    }
    if outcome.conclusion.verdict == RunVerdict::Unreachable {
        text.push_str(&unreachable(outcome));
    } else {
        text.push_str(&edges(told));
    }
    text.push_str(&sums(told));
    text
}

/// Nobody was there: that is no failure of a history.
fn unreachable(outcome: &Outcome) -> String {
    let said = outcome.found.first().map(|found| &found.failure.finding);
    let said = said.map_or("no call was answered", |finding| finding.actual.as_str());
    format!(
        "\nthe seller could not be reached: {said}\n  start it, or give its address with --url\n"
    )
}

fn failure(found: &Found, file: Option<&Path>) -> String {
    let finding = &found.failure.finding;
    let mut text = format!("\n{}\n", found.scenario.title);
    let _ = writeln!(
        text,
        "  found in history {} of {} steps, shrunk to {}; {}",
        found.case,
        found.steps,
        found.scenario.steps.len(),
        frequency(found)
    );
    for (number, step) in (1..).zip(&found.scenario.steps) {
        let mark = if number == finding.step { ">" } else { " " };
        let _ = writeln!(
            text,
            "  {mark} {number}. {}",
            step_in_words(&found.scenario, step)
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
fn facts(found: &Found, file: Option<&Path>) -> String {
    let finding = &found.failure.finding;
    let seen = (found.seen > 1).then(|| format!("{} histories", found.seen));
    let again = file.map(|file| format!("galleria replay {}", file.display()));
    let facts = [
        ("where", Some(&finding.place)),
        ("expected", Some(&finding.expected)),
        ("actual", Some(&finding.actual)),
        ("why", Some(&finding.explanation)),
        ("fix", Some(&finding.fix)),
        ("seen in", seen.as_ref()),
        ("again", again.as_ref()),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact?)));
    let line = |(name, fact): (&str, &String)| format!("  {}  {}\n", column(name, 8), say(fact));
    known.map(line).collect()
}

/// How often it fails.
fn frequency(found: &Found) -> String {
    match found.failed {
        (_, 0) => "nobody was there to play it again".to_owned(),
        (failed, of) if found.is_steady() => format!("{failed} of {of} replays failed"),
        (failed, of) => format!("flaky: {failed} of {of} replays failed"),
    }
}

/// The life cycle: all of it where `-v` asks for it, else what was not played.
fn edges(told: &Told) -> String {
    let outcome = told.outcome;
    let life = &outcome.life_cycle;
    let mut text = format!("\n{life}\n");
    for PlayedEdge { edge, played: was } in life.edges.iter().copied() {
        if told.style.verbose > 0 || (!was && outcome.status.cases > 0) {
            let mark = if was { "played" } else { "never " };
            let _ = writeln!(text, "  {mark}  {edge}");
        }
    }
    if let Some(least) = outcome.conclusion.uncovered {
        let _ = writeln!(text, "  that is less than --min-coverage {least}");
    }
    text
}

fn sums(told: &Told) -> String {
    let (outcome, status) = (told.outcome, &told.outcome.status);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "\n{}, {} calls in {:.1}s ({:.0} histories/s, {:.0} calls/s)",
        match status.cases {
            1 => "1 history".to_owned(),
            many => format!("{many} histories"),
        },
        status.calls,
        status.elapsed.as_secs_f64(),
        rate(status.cases, status.elapsed),
        rate(status.calls, status.elapsed)
    );
    if let Some(stopped) = &outcome.stopped {
        let _ = writeln!(text, "ended early: {stopped}");
    }
    let verdict = match failures(outcome).len() {
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
