//! What came out of a trial.

use serde::Serialize;

use crate::rule::Force;
use crate::verdict::{ExitCode, Verdict};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrialFinding {
    /// The step that shows it, from 1.
    pub step: u32,
    /// Where it was seen.
    pub place: String,
    /// What is wrong.
    pub explanation: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// A rule and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrialRuleReport {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How much it counts.
    pub force: Force,
    /// What it checks.
    #[serde(skip)]
    pub about: &'static str,
    /// What became of it.
    pub verdict: Verdict,
    /// How often it was looked at.
    pub looked_at: usize,
    /// Why it was not judged.
    pub reason: Option<&'static str>,
    /// What is wrong.
    pub findings: Vec<TrialFinding>,
}

/// One thing that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrialStep {
    /// What is done.
    pub verb: &'static str,
    /// What is done, for people.
    pub note: &'static str,
}

/// All rules, and what was tried for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrialReport {
    /// The rules in their order.
    pub rules: Vec<TrialRuleReport>,
    /// What was tried, in order.
    pub steps: Vec<TrialStep>,
}

impl TrialReport {
    /// The ids of the rules with that verdict.
    pub fn with(&self, verdict: Verdict) -> Vec<&'static str> {
        let rules = self.rules.iter().filter(|rule| rule.verdict == verdict);
        rules.map(|rule| rule.id).collect()
    }

    /// The exit code where rules of `force` and above count.
    pub fn exit_code(&self, force: Force) -> ExitCode {
        let is_counted =
            |rule: &TrialRuleReport| rule.force != Force::Observed && rule.force >= force;
        let mut failed = self
            .rules
            .iter()
            .filter(|rule| rule.verdict == Verdict::Fail);
        if failed.any(is_counted) {
            return ExitCode::Failed;
        }
        let judged = |rule: &TrialRuleReport| matches!(rule.verdict, Verdict::Pass | Verdict::Fail);
        if self.rules.iter().any(judged) {
            ExitCode::Held
        } else {
            ExitCode::NothingJudged
        }
    }
}
