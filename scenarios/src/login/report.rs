//! What came out.

use serde::Serialize;

use crate::rule::Force;
use crate::verdict::{ExitCode, Verdict};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoginFinding {
    /// Where it was seen.
    pub place: String,
    /// What is wrong.
    pub explanation: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// A rule and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoginRuleReport {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How much it counts.
    pub force: &'static str,
    /// What became of it.
    pub verdict: Verdict,
    /// How often it was looked at.
    pub looked_at: usize,
    /// Why it was not judged.
    pub reason: Option<&'static str>,
    /// What is wrong.
    pub findings: Vec<LoginFinding>,
}

/// All rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoginReport {
    /// The rules in their order.
    pub rules: Vec<LoginRuleReport>,
}

impl LoginReport {
    /// The ids of the rules with that verdict.
    pub fn with(&self, verdict: Verdict) -> Vec<&'static str> {
        let rules = self.rules.iter().filter(|rule| rule.verdict == verdict);
        rules.map(|rule| rule.id).collect()
    }

    /// The exit code where rules of `force` and above count.
    pub fn exit_code(&self, force: Force) -> ExitCode {
        let counts = |rule: &&LoginRuleReport| {
            let own = super::LOGIN_RULES.iter().find(|own| own.id == rule.id);
            own.is_some_and(|own| own.force != Force::Observed && own.force >= force)
        };
        let mut failed = self
            .rules
            .iter()
            .filter(|rule| rule.verdict == Verdict::Fail);
        if failed.any(|rule| counts(&rule)) {
            return ExitCode::Failed;
        }
        let judged = |rule: &LoginRuleReport| matches!(rule.verdict, Verdict::Pass | Verdict::Fail);
        if self.rules.iter().any(judged) {
            ExitCode::Held
        } else {
            ExitCode::NothingJudged
        }
    }
}
