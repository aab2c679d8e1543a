//! `junit.xml`, for CI: a test case a rule, a suite an area.
//!
//! `classname` and `name` are the same in every run under a profile, so that CI can follow a rule
//! over time. Only what fails the run is a `failure`; `error` stands for faults of galleria itself,
//! of which the events of a run tell none.

use quick_junit::{NonSuccessKind, Property, Report, TestCase, TestCaseStatus, TestSuite};

use galleria_scenarios::event::RunStarted;
use galleria_scenarios::rule::Finding;

use crate::formats::{Format, FormatError};
use crate::report::{Concluded, RuleReport, RunReport, Standing};
use crate::words::{on_one_line, visible};

/// The format `junit`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Junit;

impl Format for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn file_name(&self) -> &'static str {
        "junit.xml"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let mut xml = Report::new("galleria");
        xml.set_timestamp(run.started);
        xml.set_time(report.elapsed());
        for area in areas(&concluded) {
            xml.add_test_suite(suite(area, run, &concluded));
        }
        let mut bytes = Vec::new();
        let failed = |error: quick_junit::SerializeError| FormatError::Writer {
            format: "junit",
            reason: error.to_string(),
        };
        xml.serialize(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }
}

/// The areas in the order of the plan.
fn areas(concluded: &Concluded) -> Vec<&str> {
    let mut areas: Vec<&str> = Vec::new();
    for rule in &concluded.rules {
        if !areas.contains(&rule.area()) {
            areas.push(rule.area());
        }
    }
    areas
}

fn suite(area: &str, run: &RunStarted, concluded: &Concluded) -> TestSuite {
    let class = format!("galleria.{}.{}", run.profile, area.to_lowercase());
    let mut suite = TestSuite::new(visible(&class));
    suite.set_timestamp(run.started);
    suite.add_properties(properties(run, concluded));
    let rules = concluded.rules.iter().filter(|rule| rule.area() == area);
    suite.add_test_cases(rules.map(|rule| case(rule, &class, concluded)));
    suite
}

fn properties(run: &RunStarted, concluded: &Concluded) -> Vec<Property> {
    let property = |name: &str, value: &str| Property::new(name, visible(value));
    let mut all = vec![
        property("profile", &run.profile),
        property("billing", run.billing.name()),
        property("seed", &run.seed.to_string()),
        property("target", &run.target),
        property("rule_set", &run.rule_set),
        property("version", &run.tool_version),
        property("verdict", concluded.word()),
    ];
    all.extend(
        concluded
            .stopped
            .as_deref()
            .map(|reason| property("stopped", reason)),
    );
    let stale: Vec<_> = concluded
        .stale
        .iter()
        .map(|known| known.rule.as_str())
        .collect();
    if !stale.is_empty() {
        all.push(property("stale_known_failures", &stale.join(" ")));
    }
    all
}

fn case(rule: &RuleReport, class: &str, concluded: &Concluded) -> TestCase {
    let name = format!("{} {}", rule.id(), rule.name());
    let mut case = TestCase::new(visible(&name), status(rule, concluded));
    case.set_classname(visible(class));
    case.set_assertions(usize::try_from(rule.judged.looked_at).unwrap_or(usize::MAX));
    case.add_property(Property::new("force", rule.force().name()));
    case.add_properties(rule.source().map(|source| Property::new("source", source)));
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
    let reason = rule.judged.reason.as_deref().unwrap_or("no reason is told");
    let force = rule.force();
    match rule.standing {
        Standing::Held => TestCaseStatus::success(),
        Standing::Failed => failure(rule, &first(rule)),
        Standing::Stale => failure(rule, &stale(rule, concluded)),
        Standing::Noted => skipped(
            rule,
            &format!(
                "noted, does not fail the run (force {force}): {}",
                first(rule)
            ),
        ),
        Standing::Known => skipped(rule, &format!("known failure: {reason}")),
        Standing::Unobserved => skipped(rule, &format!("unobserved: {reason}")),
        Standing::NotApplicable => skipped(rule, &format!("not applicable: {reason}")),
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
    let mut line = format!("{}: {}", place(finding), finding.explanation);
    if rule.findings().len() > 1 {
        line.push_str(&format!(" (and {} more)", rule.findings().len() - 1));
    }
    on_one_line(&line)
}

fn stale(rule: &RuleReport, concluded: &Concluded) -> String {
    let known = concluded.stale.iter().find(|known| known.rule == rule.id());
    let reason = known.map_or("", |known| known.reason.as_str());
    on_one_line(&format!(
        "listed as a known failure ({reason}) but does not fail: take it off the list"
    ))
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
    let mut lines = vec![
        format!(
            "{} > step {} (call {})",
            finding.scenario, finding.step, finding.exchange
        ),
        format!("where: {}", place(finding)),
        format!("expected: {}", finding.expected),
        format!("actual: {}", finding.actual),
    ];
    lines.extend(
        finding
            .cause
            .as_ref()
            .map(|cause| format!("cause: {cause}")),
    );
    lines.push(finding.explanation.clone());
    lines.push(format!("fix: {}", finding.fix));
    lines.push(format!("reproduce with: {}", finding.curl));
    lines.join("\n")
}

fn place(finding: &Finding) -> &str {
    if finding.place.is_empty() {
        "the call"
    } else {
        &finding.place
    }
}
