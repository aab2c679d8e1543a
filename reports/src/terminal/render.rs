//! The order of the sections.

use super::screen::Screen;
use super::style::TerminalStyle;
use super::{findings, heading, rules, scenarios, summary};
use crate::report::RunReport;

/// The report as text for a terminal; empty where the report holds no run.
pub fn render(report: &RunReport, style: TerminalStyle) -> String {
    let Some(run) = &report.run else {
        return String::new();
    };
    let concluded = report.conclude();
    let mut screen = Screen::new(style);
    heading::write(&mut screen, run, command(report));
    scenarios::write(&mut screen, report, &concluded);
    findings::write(&mut screen, report, &concluded);
    rules::write(&mut screen, &concluded);
    summary::write(&mut screen, report, &concluded);
    screen.into_text()
}

/// The command that played the run: in rehearsals things happen beside the calls.
fn command(report: &RunReport) -> &'static str {
    let mut steps = report.scenarios.iter().flat_map(|scenario| &scenario.steps);
    if steps.any(|step| !step.happened.is_empty()) {
        "rehearse"
    } else {
        "check"
    }
}
