//! A line a scenario: how it went, its calls, and what they showed.

use std::borrow::Cow;

use console::measure_text_width;

use super::screen::{Screen, before, padded};
use super::steps;
use super::style::Ink;
use crate::lang::say;
use crate::report::{Concluded, Progress, RuleReport, RunReport, ScenarioReport, Standing};
use crate::words::{counted, duration};

/// The columns that a mark takes.
const MARK: usize = 4;
/// The columns that the number of calls takes.
const CALLS: usize = 9;
/// With fewer columns left on a line, what went wrong goes below it.
const NARROW: usize = 24;

/// How a scenario went.
enum Mark {
    Ok,
    Fail,
    Note,
    Part,
    Cut,
}

impl Mark {
    fn word(&self) -> Cow<'static, str> {
        say(match self {
            Self::Ok => "ok",
            Self::Fail => "FAIL",
            Self::Note => "note",
            Self::Part => "part",
            Self::Cut => "CUT",
        })
    }

    fn ink(&self) -> Ink {
        match self {
            Self::Ok => Ink::Good,
            Self::Fail => Ink::Bad,
            Self::Note | Self::Part | Self::Cut => Ink::Doubtful,
        }
    }
}

pub(super) fn write(screen: &mut Screen, report: &RunReport, concluded: &Concluded) {
    screen.heading("Scenarios", "");
    let (played, not_played): (Vec<_>, Vec<_>) = report
        .scenarios
        .iter()
        .partition(|scenario| has_begun(scenario));
    let names = played
        .iter()
        .map(|scenario| measure_text_width(&scenario.id));
    let widest = names.max().unwrap_or(0).min(30);
    for scenario in played {
        write_played(screen, scenario, concluded, widest);
    }
    for (reason, scenarios) in by_reason(&not_played, report) {
        let mark = screen.ink(Ink::Faint, &padded(&say("out"), MARK));
        screen.listed(&format!("  {mark}  "), &scenarios);
        screen.wrapped("        ", &format!("not played: {reason}"));
    }
}

fn has_begun(scenario: &ScenarioReport) -> bool {
    matches!(scenario.progress, Progress::UnderWay | Progress::Finished)
}

/// The scenarios that were not played, by the reason for it.
fn by_reason(scenarios: &[&ScenarioReport], report: &RunReport) -> Vec<(String, Vec<String>)> {
    let mut shared: Vec<(String, Vec<String>)> = Vec::new();
    for scenario in scenarios {
        let reason = match &scenario.progress {
            Progress::LeftOut { reason } => reason.clone(),
            _ => report.stopped().unwrap_or_default(),
        };
        match shared.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, ids)) => ids.push(scenario.id.clone()),
            None => shared.push((reason, vec![scenario.id.clone()])),
        }
    }
    shared
}

fn write_played(screen: &mut Screen, scenario: &ScenarioReport, all: &Concluded, widest: usize) {
    let (mark, told) = told_of(scenario, all);
    let line = format!(
        "  {}  {}  {}  {:>9}  ",
        screen.ink(mark.ink(), &padded(&mark.word(), MARK)),
        padded(&screen.cut(&scenario.id, widest), widest),
        before(&counted(scenario.exchanges().count(), "call"), CALLS),
        duration(scenario.elapsed()),
    );
    write_told(screen, &line, &mark, &told);
    if screen.style.verbose > 1 {
        scenario
            .steps
            .iter()
            .for_each(|step| steps::write(screen, step));
    }
}

/// A title is cut to fit; what went wrong is told in full, on lines of its own where need be.
fn write_told(screen: &mut Screen, line: &str, mark: &Mark, told: &str) {
    let room = screen.style.width.saturating_sub(measure_text_width(line));
    if matches!(mark, Mark::Ok) {
        let title = screen.cut(told, room);
        screen.line(&format!("{line}{title}"));
    } else if room < NARROW {
        screen.line(line);
        screen.wrapped("        ", told);
    } else {
        screen.wrapped(line, told);
    }
}

/// The mark of a scenario, and what stands behind it.
fn told_of(scenario: &ScenarioReport, concluded: &Concluded) -> (Mark, String) {
    let found = |wanted: &[Standing]| {
        let rules = concluded.found_in_scenario(&scenario.id);
        let ids = rules
            .filter(|rule| wanted.contains(&rule.standing))
            .map(RuleReport::id);
        ids.collect::<Vec<_>>().join(" ")
    };
    if scenario.progress == Progress::UnderWay {
        return (
            Mark::Cut,
            "unfinished: its calls were not judged".to_owned(),
        );
    }
    let failed = found(&[Standing::Failed]);
    if !failed.is_empty() {
        return (Mark::Fail, failed);
    }
    let noted = found(&[Standing::Noted, Standing::Known]);
    if !noted.is_empty() {
        return (Mark::Note, noted);
    }
    match scenario.left_out().next() {
        None => (Mark::Ok, say(&scenario.title).into_owned()),
        Some((_, reason)) => {
            let steps = counted(scenario.left_out().count(), "step");
            (Mark::Part, format!("{steps} not played: {reason}"))
        }
    }
}
