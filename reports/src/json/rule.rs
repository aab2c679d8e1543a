//! A rule with its verdict and its evidence.

use galleria_scenarios::rule;
use schemars::JsonSchema;
use serde::Serialize;

use super::names::{Force, Verdict};
use crate::report::{RuleReport, Standing};

/// A rule with its verdict.
#[derive(Serialize, JsonSchema)]
pub(super) struct Rule {
    /// Its id, such as `SIG004`; never reused.
    id: String,
    /// The fault that it looks for, such as `signature-wrong`.
    name: String,
    /// Its area: the letters of the id.
    area: String,
    /// How much its fault costs.
    force: Force,
    /// What it checks; null where this version does not know the rule.
    summary: Option<String>,
    /// The paragraphs that it comes from, such as `v1 §3`; null where this version does not know
    /// the rule.
    source: Option<&'static str>,
    /// The verdict.
    verdict: Verdict,
    /// Whether the run fails for it.
    fails_run: bool,
    /// How many facts it looked at.
    looked_at: u64,
    /// Why there is no judgement, or why a failure or some of it is excused; else null.
    reason: Option<String>,
    /// The breaches; of a rule that failed those that are not excused.
    findings: Vec<Finding>,
}

/// One breach of a rule.
#[derive(Serialize, JsonSchema)]
struct Finding {
    /// The scenario that shows it.
    scenario: String,
    /// The step within it, from 1.
    step: u32,
    /// The call that shows it.
    exchange: u64,
    /// Where in the call, such as `header Body-Sign` or `body /appInfo/frontEndUrl`; null where it
    /// is no one place.
    #[serde(rename = "where")]
    place: Option<String>,
    /// What the platform wants there.
    expected: String,
    /// What was there; long text is cut.
    actual: String,
    /// The slug of the mistake that explains it, such as `signed-with-key-and-timestamp`; null
    /// where none does.
    cause: Option<String>,
    /// What happened, in a sentence.
    explanation: String,
    /// What to change, in a sentence.
    fix: String,
    /// A command line that makes the call again.
    curl: String,
}

impl Rule {
    pub(super) fn of(rule: &RuleReport) -> Self {
        Self {
            id: rule.id().to_owned(),
            name: rule.name().to_owned(),
            area: rule.area().to_owned(),
            force: rule.force().into(),
            summary: rule.summary(),
            source: rule.source(),
            verdict: rule.judged.verdict.into(),
            fails_run: matches!(rule.standing, Standing::Failed | Standing::Stale),
            looked_at: rule.judged.looked_at,
            reason: rule.judged.reason.clone(),
            findings: rule.findings().iter().map(Finding::of).collect(),
        }
    }
}

impl Finding {
    fn of(finding: &rule::Finding) -> Self {
        Self {
            scenario: finding.scenario.clone(),
            step: finding.step,
            exchange: finding.exchange.0,
            place: Some(finding.place.clone()).filter(|place| !place.is_empty()),
            expected: finding.expected.clone(),
            actual: finding.actual.clone(),
            cause: finding.cause.clone(),
            explanation: finding.explanation.clone(),
            fix: finding.fix.clone(),
            curl: finding.curl.clone(),
        }
    }
}
