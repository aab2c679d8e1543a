//! A rule as the page shows it.

use galleria_scenarios::rule::Finding;

use super::markdown::{Block, blocks};
use crate::report::{RuleReport, RunReport, Standing, StepReport};
use crate::words::visible;

/// A rule with its verdict and its documentation.
pub(super) struct RuleView<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) force: &'static str,
    pub(super) standing: &'static str,
    /// The class of the page's style that goes with the standing.
    pub(super) class: &'static str,
    pub(super) summary: Option<String>,
    pub(super) source: Option<&'static str>,
    pub(super) looked_at: u64,
    pub(super) reason: Option<String>,
    pub(super) docs: Vec<Block>,
    /// How many findings there are.
    pub(super) found: usize,
}

/// A rule with what it found.
pub(super) struct Evidence<'a> {
    pub(super) rule: RuleView<'a>,
    /// The findings that are shown at once.
    pub(super) findings: Vec<FindingView>,
    /// Those that are shown when asked for.
    pub(super) further: Vec<FindingView>,
    /// How many are not in the page at all.
    pub(super) hidden: usize,
}

/// A finding.
pub(super) struct FindingView {
    pub(super) scenario: String,
    pub(super) anchor: String,
    pub(super) step: String,
    pub(super) call: u64,
    pub(super) place: String,
    pub(super) expected: String,
    pub(super) actual: String,
    pub(super) cause: Option<String>,
    pub(super) explanation: String,
    pub(super) fix: String,
    pub(super) curl: String,
}

/// The findings of a rule that are shown at once, and those that are in the page at all.
const AT_ONCE: usize = 3;
const AT_MOST: usize = 50;

impl<'a> RuleView<'a> {
    pub(super) fn of(rule: &'a RuleReport) -> Self {
        Self {
            id: rule.id(),
            name: rule.name(),
            force: rule.force().name(),
            standing: rule.standing.word(),
            class: class(rule.standing),
            summary: rule.summary(),
            source: rule.source(),
            looked_at: rule.judged.looked_at,
            reason: rule.judged.reason.as_deref().map(shown),
            docs: rule
                .about
                .map(|about| blocks(about.docs))
                .unwrap_or_default(),
            found: rule.findings().len(),
        }
    }
}

impl<'a> Evidence<'a> {
    pub(super) fn of(rule: &'a RuleReport, report: &RunReport) -> Self {
        let all = rule.findings();
        let shown = all.iter().take(AT_MOST);
        let mut findings: Vec<_> = shown.map(|found| FindingView::of(found, report)).collect();
        let further = findings.split_off(findings.len().min(AT_ONCE));
        let hidden = all.len().saturating_sub(AT_MOST);
        Self {
            rule: RuleView::of(rule),
            findings,
            further,
            hidden,
        }
    }
}

impl FindingView {
    fn of(finding: &Finding, report: &RunReport) -> Self {
        let step = report
            .step(&finding.scenario, finding.step)
            .map(StepReport::title);
        let step = step.map_or_else(String::new, |title| format!(", {title}"));
        Self {
            scenario: shown(&finding.scenario),
            anchor: anchor(&finding.scenario),
            step: shown(&format!("step {}{step}", finding.step)),
            call: finding.exchange.0,
            place: shown(&finding.place),
            expected: shown(&finding.expected),
            actual: shown(&finding.actual),
            cause: finding.cause.as_deref().map(shown),
            explanation: shown(&finding.explanation),
            fix: shown(&finding.fix),
            curl: shown(&finding.curl),
        }
    }
}

/// The class of the page's style for a standing.
pub(super) fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "good",
        Standing::Failed | Standing::Stale => "bad",
        Standing::Noted | Standing::Known => "doubtful",
        Standing::Unobserved => "open",
        Standing::NotApplicable => "faint",
    }
}

pub(super) fn shown(text: &str) -> String {
    visible(text).into_owned()
}

/// A scenario's id as a link names it.
pub(super) fn anchor(scenario: &str) -> String {
    let plain = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    scenario.chars().map(plain).collect()
}
