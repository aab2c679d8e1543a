//! A rule as a test case.

use galleria_scenarios::rule::Finding;
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus};

use crate::lang::say;
use crate::report::{Concluded, RuleReport, Standing};
use crate::words::{on_one_line, place, visible};

/// The test case of a rule.
pub(super) fn case(rule: &RuleReport, class: &str, concluded: &Concluded) -> TestCase {
    let name = format!("{} {}", rule.id(), rule.name());
    let mut case = TestCase::new(visible(&name), status(rule, concluded));
    case.set_classname(visible(class));
    case.set_assertions(usize::try_from(rule.judged.looked_at).unwrap_or(usize::MAX));
    let mut lines: Vec<&str> = Vec::new();
    for finding in rule.findings() {
        if !lines.contains(&finding.curl.as_str()) {
            lines.push(&finding.curl);
        }
    }
    if !lines.is_empty() {
        case.set_system_out(visible(&lines.join("\n")));
    }
    case
}

fn status(rule: &RuleReport, concluded: &Concluded) -> TestCaseStatus {
    let untold = say("no reason is told");
    let reason = rule.judged.reason.as_deref().unwrap_or(&untold);
    let force = rule.force();
    let word = say(rule.standing.word());
    match rule.standing {
        Standing::Held => TestCaseStatus::success(),
        Standing::Failed => failure(rule, &first(rule)),
        Standing::Stale => failure(rule, &stale(rule, concluded)),
        Standing::Noted => skipped(
            rule,
            &format!(
                "{}: {}",
                say(&format!("noted, does not fail the run (force {force})")),
                first(rule)
            ),
        ),
        Standing::Known | Standing::Unobserved | Standing::NotApplicable => {
            skipped(rule, &format!("{word}: {reason}"))
        }
    }
}

fn failure(rule: &RuleReport, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_message(message);
    status.set_type(rule.id());
    status.set_description(visible(&description(rule, message)));
    status
}

fn skipped(rule: &RuleReport, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::skipped();
    status.set_message(on_one_line(message));
    if !rule.findings().is_empty() {
        status.set_type(rule.id());
        status.set_description(visible(&description(rule, message)));
    }
    status
}

/// The first finding on one line, and how many more there are.
fn first(rule: &RuleReport) -> String {
    let Some(finding) = rule.findings().first() else {
        return rule.name().to_owned();
    };
    let more = match rule.findings().len() - 1 {
        0 => String::new(),
        more => format!(" ({})", say(&format!("and {more} more"))),
    };
    on_one_line(&format!(
        "{}: {}{more}",
        place(finding),
        finding.explanation
    ))
}

fn stale(rule: &RuleReport, concluded: &Concluded) -> String {
    let told = concluded.lapse(rule.id()).unwrap_or_default();
    let advice = say("take it off the list of known failures");
    on_one_line(&format!("{told}: {advice}"))
}

/// Everything that was found, as text.
fn description(rule: &RuleReport, message: &str) -> String {
    if rule.findings().is_empty() {
        return message.to_owned();
    }
    let findings: Vec<_> = rule.findings().iter().map(paragraph).collect();
    findings.join("\n\n")
}

fn paragraph(finding: &Finding) -> String {
    let call = finding.call().map_or_else(String::new, |call| {
        format!(" ({})", say(&format!("call {call}")))
    });
    let step = say(&format!("step {}", finding.step)).into_owned();
    let mut lines = vec![
        format!("{} > {step}{call}", finding.scenario),
        format!("{}: {}", say("where"), place(finding)),
        format!("{}: {}", say("expected"), finding.expected),
    ];
    if finding.call().is_some() || !finding.actual.is_empty() {
        lines.push(format!("{}: {}", say("actual"), finding.actual));
    }
    lines.extend(
        finding
            .cause
            .as_ref()
            .map(|cause| format!("{}: {cause}", say("cause"))),
    );
    lines.push(finding.explanation.clone());
    lines.push(format!("{}: {}", say("fix"), finding.fix));
    if finding.call().is_some() {
        lines.push(format!("{}: {}", say("reproduce with"), finding.curl));
    }
    lines.join("\n")
}
