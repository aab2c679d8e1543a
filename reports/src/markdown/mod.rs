//! `summary.md`, for the summary of a CI job, a merge request or a ticket.
//!
//! GitHub throws a summary away as a whole where it is longer than 1 MiB, so it is cut before that
//! and says so. Whatever a seller sent is shown and never obeyed.

mod rule;
mod text;

use std::fmt::Write as _;

use galleria_scenarios::event::RunStarted;

use self::text::{code, plain};
use crate::formats::{Format, FormatError};
use crate::lang::say;
use crate::report::{Concluded, RunReport, Standing};
use crate::words::{counted, duration};

/// The most bytes of a summary: a little below 1 MiB, for a job may write more than this report.
const MOST: usize = 1000 * 1024;
/// The bytes that are kept for saying what was left out.
const NOTE: usize = 200;

/// The format `markdown`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn file_name(&self) -> &'static str {
        "summary.md"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let sections = sections(report, &concluded);
        let mut text = head(report, run, &concluded);
        text::cut(&mut text, MOST / 2);
        let mut left_out = 0;
        for section in sections {
            if left_out > 0 || text.len() + section.len() > MOST - NOTE {
                left_out += 1;
            } else {
                text.push_str(&section);
            }
        }
        if left_out > 0 {
            let sections = counted(left_out, "section");
            let told = format!(
                "{sections} left out: a job's summary must stay below 1 MiB. \
                 The other reports of the run hold everything."
            );
            let _ = writeln!(text, "\n> {}", say(&told));
        }
        Ok(text.into_bytes())
    }
}

fn head(report: &RunReport, run: &RunStarted, concluded: &Concluded) -> String {
    let mut text = format!(
        "# galleria: {}\n\n**{}**\n\n",
        concluded.word(),
        plain(&concluded.headline())
    );
    let facts = format!(
        "Profile {}, billing {}, seed {}, target {}, fails on {}, rule set {}.",
        code(&run.profile),
        run.billing,
        run.seed,
        code(&run.target),
        run.fail_on,
        plain(&run.rule_set),
    );
    let _ = writeln!(text, "{}\n", say(&facts));
    let counts = &concluded.counts;
    let table = [
        ("held", counts.pass),
        ("failed", concluded.standing(Standing::Failed).count()),
        ("noted", concluded.standing(Standing::Noted).count()),
        ("known failure", counts.known_failure),
        ("unobserved", counts.unobserved),
        ("not applicable", counts.not_applicable),
    ];
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    text.push_str(&row(&table.map(|(word, _)| say(word).into_owned())));
    text.push_str("|---:|---:|---:|---:|---:|---:|\n");
    text.push_str(&row(&table.map(|(_, count)| count.to_string())));
    text.push('\n');
    let calls = counted(report.exchanges().len(), "call");
    let scenarios = counted(report.scenarios.len(), "scenario");
    let took = format!("in {}", duration(report.elapsed()));
    let _ = writeln!(text, "{scenarios}, {calls} {}.", say(&took));
    if let Some(life) = &report.life_cycle {
        let _ = writeln!(text, "\n{}", say(&life.to_string()));
    }
    if let Some(reason) = &concluded.stopped {
        let told = format!("Not everything was played: {}.", plain(reason));
        let _ = writeln!(text, "\n{}", say(&told));
    }
    text
}

/// The sections in order of weight, each worth keeping or leaving out as a whole.
fn sections(report: &RunReport, concluded: &Concluded) -> Vec<String> {
    let mut sections = Vec::new();
    let groups = [
        (Standing::Failed, "What failed"),
        (Standing::Noted, "Noted, does not fail the run"),
    ];
    for (standing, title) in groups {
        let run = report.run.as_ref();
        let rules = concluded
            .standing(standing)
            .map(|rule| rule::section(rule, run));
        let from = sections.len();
        sections.extend(rules);
        if let Some(first) = sections.get_mut(from) {
            first.insert_str(0, &format!("\n## {}\n", say(title)));
        }
    }
    sections.extend(stale(concluded));
    let lines = [
        (Standing::Known, "Known failures"),
        (Standing::Unobserved, "Unobserved"),
    ];
    for (standing, title) in lines {
        sections.extend(rule::list(title, concluded.standing(standing)));
    }
    sections.extend(rule::scenarios(report, concluded));
    sections
}

fn stale(concluded: &Concluded) -> Option<String> {
    let lapses = concluded.lapses();
    if lapses.is_empty() {
        return None;
    }
    let (title, advice) = (say("Stale known failures"), say("Take them off the list."));
    let mut text = format!("\n## {title}\n\n{advice}\n\n");
    for (_, told) in lapses {
        let _ = writeln!(text, "- {}", plain(&told));
    }
    Some(text)
}
