//! What a rule found, as the page shows it.

use galleria_scenarios::rule::Finding;

use super::difference::{Split, split};
use super::rule::{RuleView, shown};
use crate::lang::say;
use crate::report::{Kind, RuleReport, RunReport, StepReport};

/// A rule with what it found.
pub(super) struct Evidence<'a> {
    pub(super) rule: RuleView<'a>,
    /// The mistakes that are shown at once.
    pub(super) kinds: Vec<KindView>,
    /// Those that are shown when asked for.
    pub(super) further: Vec<KindView>,
    /// How many mistakes are not in the page at all.
    pub(super) hidden: usize,
}

/// A mistake of the seller: the first call that shows it in full, and where else it was seen.
pub(super) struct KindView {
    pub(super) place: String,
    pub(super) expected: Split,
    pub(super) actual: Split,
    /// What came, as it is told of the other places.
    pub(super) came: String,
    pub(super) cause: Option<String>,
    pub(super) explanation: String,
    pub(super) fix: String,
    pub(super) curl: String,
    pub(super) seen: SeenView,
    pub(super) others: Vec<SeenView>,
    /// How many others are not in the page.
    pub(super) hidden: usize,
}

/// Where a mistake was seen.
pub(super) struct SeenView {
    pub(super) call: u64,
    pub(super) scenario: String,
    pub(super) anchor: String,
    pub(super) step: String,
    pub(super) actual: String,
}

/// The mistakes of a rule that are shown at once, and those that are in the page at all.
const AT_ONCE: usize = 3;
const AT_MOST: usize = 50;

impl<'a> Evidence<'a> {
    pub(super) fn of(rule: &'a RuleReport, report: &RunReport) -> Self {
        let all = rule.kinds();
        let shown = all.iter().take(AT_MOST);
        let mut kinds: Vec<_> = shown.map(|kind| KindView::of(kind, report)).collect();
        let further = kinds.split_off(kinds.len().min(AT_ONCE));
        let hidden = all.len().saturating_sub(AT_MOST);
        Self {
            rule: RuleView::of(rule),
            kinds,
            further,
            hidden,
        }
    }
}

impl KindView {
    fn of(kind: &Kind<'_>, report: &RunReport) -> Self {
        let finding = kind.first;
        let others = kind.others.iter().take(AT_MOST);
        let (expected, actual) = (shown(&finding.expected), shown(&finding.actual));
        Self {
            place: shown(&finding.place),
            expected: split(&expected, &actual),
            actual: split(&actual, &expected),
            came: actual,
            cause: finding.cause.as_deref().map(shown),
            explanation: shown(&finding.explanation),
            fix: shown(&finding.fix),
            curl: shown(&finding.curl),
            seen: SeenView::of(finding, report),
            others: others
                .map(|finding| SeenView::of(finding, report))
                .collect(),
            hidden: kind.others.len().saturating_sub(AT_MOST),
        }
    }
}

impl SeenView {
    fn of(finding: &Finding, report: &RunReport) -> Self {
        let title = report
            .step(&finding.scenario, finding.step)
            .map(StepReport::title);
        let title = title.map_or_else(String::new, |title| format!(", {}", say(&title)));
        let step = format!("step {}", finding.step);
        Self {
            call: finding.exchange.0,
            scenario: shown(&finding.scenario),
            anchor: anchor(&finding.scenario),
            step: shown(&format!("{}{title}", say(&step))),
            actual: shown(&finding.actual),
        }
    }
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
