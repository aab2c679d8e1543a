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
    heading::write(&mut screen, run);
    scenarios::write(&mut screen, report, &concluded);
    findings::write(&mut screen, report, &concluded);
    rules::write(&mut screen, &concluded);
    summary::write(&mut screen, report, &concluded);
    screen.into_text()
}
