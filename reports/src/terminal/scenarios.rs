//! A line a scenario: how it went, its calls, and what they showed.

use console::measure_text_width;

use galleria_scenarios::transcript::Exchange;

use super::screen::{Screen, padded};
use super::style::Ink;
use crate::report::{
    Concluded, Progress, RuleReport, RunReport, ScenarioReport, Standing, StepReport,
};
use crate::words::{came_of, counted, duration, role};

/// The columns that a mark takes.
const MARK: usize = 4;
/// With fewer columns left on a line, what went wrong goes below it.
const NARROW: usize = 24;

/// How a scenario went.
enum Mark {
    Ok,
    Fail,
    Note,
    Part,
    Cut,
    Out,
}

impl Mark {
    fn word(&self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Fail => "FAIL",
            Self::Note => "note",
            Self::Part => "part",
            Self::Cut => "CUT",
            Self::Out => "out",
        }
    }

    fn ink(&self) -> Ink {
        match self {
            Self::Ok => Ink::Good,
            Self::Fail => Ink::Bad,
            Self::Note | Self::Part | Self::Cut => Ink::Doubtful,
            Self::Out => Ink::Faint,
        }
    }
}

pub(super) fn write(screen: &mut Screen, report: &RunReport, concluded: &Concluded) {
    let names = report
        .scenarios
        .iter()
        .map(|scenario| measure_text_width(&scenario.id));
    let widest = names.max().unwrap_or(0).min(30);
    screen.heading("Scenarios", "");
    for scenario in &report.scenarios {
        let (mark, told) = told_of(scenario, report, concluded);
        let count = scenario.exchanges().count();
        let took = if count > 0 {
            duration(scenario.elapsed())
        } else {
            String::new()
        };
        let line = format!(
            "  {}  {}  {:>9}  {took:>9}  ",
            screen.ink(mark.ink(), &padded(mark.word(), MARK)),
            padded(&screen.cut(&scenario.id, widest), widest),
            counted(count, "call"),
        );
        write_told(screen, &line, &mark, &told);
        if screen.style.verbose > 1 {
            scenario
                .steps
                .iter()
                .for_each(|step| write_step(screen, step));
        }
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
fn told_of(s: &ScenarioReport, report: &RunReport, concluded: &Concluded) -> (Mark, String) {
    let found = |wanted: &[Standing]| {
        let rules = concluded.found_in_scenario(&s.id);
        let ids = rules
            .filter(|rule| wanted.contains(&rule.standing))
            .map(RuleReport::id);
        ids.collect::<Vec<_>>().join(" ")
    };
    let stopped = || report.stopped().unwrap_or_default();
    match &s.progress {
        Progress::LeftOut { reason } => return (Mark::Out, format!("not played: {reason}")),
        Progress::Waiting => return (Mark::Out, format!("not begun: {}", stopped())),
        Progress::UnderWay => return (Mark::Cut, "unfinished: its calls were not judged".into()),
        Progress::Finished => {}
    }
    let failed = found(&[Standing::Failed]);
    if !failed.is_empty() {
        return (Mark::Fail, failed);
    }
    let noted = found(&[Standing::Noted, Standing::Known]);
    if !noted.is_empty() {
        return (Mark::Note, noted);
    }
    let out = s.left_out().count();
    if let Some((_, reason)) = s.left_out().next() {
        return (
            Mark::Part,
            format!("{} not played: {reason}", counted(out, "step")),
        );
    }
    (Mark::Ok, s.title.clone())
}

fn write_step(screen: &mut Screen, step: &StepReport) {
    screen.wrapped("        ", &format!("{}. {}", step.number, step.title()));
    for exchange in &step.exchanges {
        write_call(screen, exchange);
    }
    if let Some(reason) = &step.left_out {
        screen.wrapped("           ", &format!("not played: {reason}"));
    }
}

fn write_call(screen: &mut Screen, exchange: &Exchange) {
    let role = role(exchange).map_or_else(String::new, |role| format!(" ({role})"));
    let detail = exchange
        .detail
        .as_ref()
        .map_or_else(String::new, |told| format!(": {told}"));
    let took = duration(exchange.timings.total());
    let line = format!(
        "call {}: {}{role} in {took}{detail}",
        exchange.id,
        came_of(exchange)
    );
    screen.wrapped("           ", &line);
    let request = format!("{} {}", exchange.request.method, exchange.request.url());
    let request = screen.safe(&request);
    screen.line(&format!("             {request}"));
}
