//! What a rule of a trial sees, and the verdicts that come of it.

use super::report::{TrialFinding, TrialReport, TrialRuleReport, TrialStep};
use super::rule::{TrialRule, Tried};
use crate::verdict::Verdict;

/// What is wrong, and what to do about it.
pub type Told = (&'static str, &'static str);

/// What a rule has seen. The verdict is made of that, and by no rule.
#[derive(Debug, Default)]
pub struct Look {
    looked_at: usize,
    /// Why there was nothing to look at, should that be so.
    pub reason: Option<&'static str>,
    absent: bool,
    findings: Vec<TrialFinding>,
}

impl Look {
    /// Looks at one thing.
    pub fn at(&mut self) {
        self.looked_at += 1;
    }

    /// Looks at a thing where it is there; `reason` is told where nothing is.
    pub fn at_one(&mut self, is_there: bool, reason: &'static str) {
        self.looked_at += usize::from(is_there);
        self.reason = Some(reason);
    }

    /// Says that the rule does not apply, and why.
    pub fn absent(&mut self, reason: &'static str) {
        self.absent = true;
        self.reason = Some(reason);
    }

    /// Finds something wrong in the first step.
    pub fn find(&mut self, place: impl Into<String>, told: Told) {
        self.find_in(1, place, told);
    }

    /// Finds something wrong in a step.
    pub fn find_in(&mut self, step: u32, place: impl Into<String>, (explanation, fix): Told) {
        self.findings.push(TrialFinding {
            step,
            place: place.into(),
            explanation,
            fix,
        });
    }

    fn verdict(&self) -> Verdict {
        match self.looked_at {
            _ if self.absent => Verdict::NotApplicable,
            _ if !self.findings.is_empty() => Verdict::Fail,
            0 => Verdict::Unobserved,
            _ => Verdict::Pass,
        }
    }
}

/// Judges what was tried by every rule.
pub fn judge<T: Tried>(rules: &[TrialRule<T>], tried: &T, steps: Vec<TrialStep>) -> TrialReport {
    TrialReport {
        rules: rules.iter().map(|rule| judged(rule, tried)).collect(),
        steps,
    }
}

fn judged<T: Tried>(rule: &TrialRule<T>, tried: &T) -> TrialRuleReport {
    let mut look = Look::default();
    match rule.only.and_then(|part| tried.lacks(part)) {
        None => (rule.check)(tried, &mut look),
        Some(reason) => look.absent(reason),
    }
    let verdict = look.verdict();
    let is_judged = matches!(verdict, Verdict::Pass | Verdict::Fail);
    TrialRuleReport {
        id: rule.id,
        name: rule.name,
        force: rule.force,
        about: rule.about,
        verdict,
        looked_at: look.looked_at,
        reason: if is_judged {
            None
        } else {
            look.reason.or(Some("nothing showed it"))
        },
        findings: look.findings,
    }
}
