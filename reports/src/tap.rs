//! `report.tap`: the Test Anything Protocol, version 14. A test point a rule.
//!
//! A rule that had nothing to look at is skipped, and one whose failure does not fail the run is to
//! do. A run that came to no verdict bails out, so that no harness takes it for a pass.

use std::fmt::Write as _;

use galleria_scenarios::rule::Finding;
use galleria_scenarios::verdict::RunVerdict;

use crate::formats::{Format, FormatError};
use crate::lang::say;
use crate::report::{Concluded, RuleReport, RunReport, Standing};
use crate::words::{on_one_line, place};

/// The format `tap`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tap;

impl Format for Tap {
    fn name(&self) -> &'static str {
        "tap"
    }

    fn file_name(&self) -> &'static str {
        "report.tap"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let mut text = format!("TAP version 14\n1..{}\n", concluded.rules.len());
        let about = format!(
            "galleria {} against {}, profile {}, billing {}, seed {}",
            run.tool_version, run.target, run.profile, run.billing, run.seed
        );
        let _ = writeln!(text, "# {}", on_one_line(&say(&about)));
        for (number, rule) in (1..).zip(&concluded.rules) {
            point(&mut text, number, rule, &concluded);
        }
        if matches!(
            concluded.verdict,
            RunVerdict::NothingJudged | RunVerdict::Unreachable | RunVerdict::Interrupted
        ) {
            let _ = writeln!(text, "Bail out! {}", escaped(&concluded.headline()));
        }
        Ok(text.into_bytes())
    }
}

fn point(text: &mut String, number: usize, rule: &RuleReport, concluded: &Concluded) {
    let (untold, word) = (say("no reason is told"), say(rule.standing.word()));
    let reason = rule.judged.reason.as_deref().unwrap_or(&untold);
    let (ok, directive) = match rule.standing {
        Standing::Held => (true, None),
        Standing::Failed | Standing::Stale => (false, None),
        Standing::Noted => (
            false,
            Some(format!(
                "TODO {}",
                say(&format!(
                    "noted, does not fail the run (force {})",
                    rule.force()
                ))
            )),
        ),
        Standing::Known => (false, Some(format!("TODO {word}: {reason}"))),
        Standing::Unobserved | Standing::NotApplicable => {
            (true, Some(format!("SKIP {word}: {reason}")))
        }
    };
    let verdict = if ok { "ok" } else { "not ok" };
    let name = escaped(&format!("{} {}", rule.id(), rule.name()));
    let _ = write!(text, "{verdict} {number} - {name}");
    if let Some(directive) = directive {
        let _ = write!(text, " # {}", escaped(&directive));
    }
    text.push('\n');
    if !ok {
        diagnostic(text, rule, concluded);
    }
}

/// The block behind a test point that is not ok. Every text is a JSON string, which YAML reads.
fn diagnostic(text: &mut String, rule: &RuleReport, concluded: &Concluded) {
    text.push_str("  ---\n");
    let _ = writeln!(text, "  force: {}", rule.force());
    if rule.standing == Standing::Stale {
        let told = concluded.lapse(rule.id()).unwrap_or_default();
        let _ = writeln!(text, "  message: {}", quoted(&told));
    }
    if !rule.findings().is_empty() {
        text.push_str("  findings:\n");
    }
    for kind in rule.kinds() {
        finding(text, kind.first, kind.others.len());
    }
    text.push_str("  ...\n");
}

fn finding(text: &mut String, finding: &Finding, more: usize) {
    let _ = writeln!(text, "    - scenario: {}", quoted(&finding.scenario));
    let _ = writeln!(text, "      step: {}", finding.step);
    if let Some(call) = finding.call() {
        let _ = writeln!(text, "      call: {call}");
    }
    let place = place(finding);
    let fields = [
        ("where", place.as_ref()),
        ("expected", &finding.expected),
        ("actual", &finding.actual),
        ("cause", finding.cause.as_deref().unwrap_or_default()),
        ("explanation", &finding.explanation),
        ("fix", &finding.fix),
        ("curl", &finding.curl),
    ];
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "      {name}: {}", quoted(value));
    }
    if more > 0 {
        let _ = writeln!(text, "      more_like_it: {more}");
    }
}

/// Text of a test point or directive: a hash sign begins a directive and is escaped.
fn escaped(text: &str) -> String {
    on_one_line(text).replace('\\', "\\\\").replace('#', "\\#")
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(on_one_line(text)).to_string()
}
