//! A few rules with documentation of their own, so that no snapshot depends on the real ones.

use std::sync::LazyLock;

use galleria_reports::{RunReport, formats};
use galleria_scenarios::event::Event;
use galleria_scenarios::rule::{Force, Rule};
use galleria_scenarios::rules;

const DOCS: &str = " # What it checks\n The answer is signed over exactly the bytes that were\n sent, with `Body-Sign`.\n\n # Why it matters\n The platform refuses the answer: **no order** comes through.\n\n # How to fix\n - Serialise once.\n - Sign those bytes,\n   send those bytes.\n\n ```\n sign(key, body)\n ```\n";

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    vec![
        rule("TRN001", "seller-unreachable", Force::Must),
        rule("TRN005", "answer-slow", Force::Observed),
        rule("SIG001", "response-unsigned", Force::Must),
        rule("SIG004", "signature-wrong", Force::Must),
        rule("SIG005", "refusal-unsigned", Force::Should),
        rule("FLD015", "memo-not-escaped", Force::Observed),
        rule("IDM001", "retry-gets-new-instance", Force::Must),
        rule("IDM010", "expiry-retry-refused", Force::Must),
        rule("LIF006", "unknown-activity-accepted", Force::Should),
    ]
});

/// A rule with these words; the rest, which no report shows, is that of a real one.
fn rule(id: &'static str, name: &'static str, force: Force) -> Rule {
    let real = rules::all().next().unwrap();
    Rule {
        id,
        name,
        force,
        source: "v1 §3",
        needs: "answer",
        docs: DOCS,
        ..*real
    }
}

/// Every rule of the book.
pub(crate) fn all() -> &'static [Rule] {
    &RULES
}

/// The report of these events, with the documentation of this book.
pub(crate) fn report(events: &[Event]) -> RunReport {
    let mut report = RunReport::with_rules(|id| RULES.iter().find(|rule| rule.id == id));
    report.extend(events);
    report
}

/// A report of these events in the format of that name.
pub(crate) fn draw(format: &str, events: &[Event]) -> String {
    let format = formats::find(format).unwrap();
    String::from_utf8(format.render(&report(events)).unwrap()).unwrap()
}
