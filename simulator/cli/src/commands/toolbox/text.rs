//! Workings for people. Values stand on lines of their own, unbroken, so that they can be copied.

use std::fmt::Write as _;

use galleria_protocol::mistake::Cause;
use galleria_reports::on_one_line;

use super::working::{Step, Value, Verdict, Working};

/// All workings, one below the other.
pub(super) fn render(workings: &[Working]) -> String {
    let texts: Vec<String> = workings.iter().map(one).collect();
    texts.join("\n")
}

fn one(working: &Working) -> String {
    let mut text = format!("== {}\n", working.subject);
    for step in &working.steps {
        of_step(&mut text, step);
    }
    if !working.notes.is_empty() {
        text.push_str("Notes\n");
    }
    for note in &working.notes {
        let _ = writeln!(text, "  {}", on_one_line(note));
    }
    if let Some(verdict) = &working.verdict {
        of_verdict(&mut text, verdict);
    }
    text
}

fn of_step(text: &mut String, step: &Step) {
    let _ = writeln!(text, "{}", step.heading);
    match &step.value {
        Value::Text(value) | Value::Count(_, value) => {
            let _ = writeln!(text, "  {}", on_one_line(value));
        }
        Value::Nothing => text.push_str("  (none)\n"),
        Value::Pairs(pairs) => {
            let width = pairs.iter().map(|(name, _)| name.chars().count()).max();
            let width = width.unwrap_or_default();
            for (name, value) in pairs {
                let (name, value) = (on_one_line(name), on_one_line(value));
                let line = format!("  {name:width$}  {value}");
                let _ = writeln!(text, "{}", line.trim_end());
            }
        }
    }
}

fn of_verdict(text: &mut String, verdict: &Verdict) {
    let word = if verdict.fits { "RIGHT" } else { "WRONG" };
    let _ = writeln!(text, "{word}: {}", on_one_line(&verdict.says));
    let cause = verdict.cause.as_ref();
    let rows = [
        ("cause", cause.map(ToString::to_string)),
        ("what", cause.map(Cause::explanation)),
        ("fix", verdict.advice()),
        ("tried", verdict.tried.clone()),
    ];
    for (name, value) in rows {
        if let Some(value) = value {
            let _ = writeln!(text, "  {name:5}  {value}");
        }
    }
}
