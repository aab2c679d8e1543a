//! One rule of a run, and what its verdict means for the run.

use galleria_scenarios::rule::{Finding, Force, Rule};
use galleria_scenarios::verdict::{RuleVerdict, Verdict};

use super::kind::{Kind, kinds};
use crate::lang::say;

/// One rule of a run.
#[derive(Clone, Debug)]
pub struct RuleReport {
    /// Its verdict with the evidence.
    pub judged: RuleVerdict,
    /// What the verdict means for the run.
    pub standing: Standing,
    /// The rule itself; absent where this version does not know it.
    pub about: Option<&'static Rule>,
}

/// What a rule's verdict means for the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It failed, and the run with it.
    Failed,
    /// It is on the list of known failures but does not fail, and the run fails for it.
    Stale,
    /// It failed, and the run does not, for its force is too weak.
    Noted,
    /// It failed and is excused.
    Known,
    /// It had nothing to look at.
    Unobserved,
    /// It has nothing to say of such a seller.
    NotApplicable,
    /// It held.
    Held,
}

impl Standing {
    /// Its name for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Stale => "stale known failure",
            Self::Noted => "noted",
            Self::Known => "known failure",
            Self::Unobserved => "unobserved",
            Self::NotApplicable => "not applicable",
            Self::Held => "held",
        }
    }
}

impl RuleReport {
    /// Its id, such as `SIG004`.
    pub fn id(&self) -> &str {
        &self.judged.rule.id
    }

    /// Its name, such as `signature-wrong`.
    pub fn name(&self) -> &str {
        &self.judged.rule.name
    }

    /// Its force.
    pub fn force(&self) -> Force {
        self.judged.rule.force
    }

    /// The letters of its id.
    pub fn area(&self) -> &str {
        self.id()
            .trim_end_matches(|letter: char| letter.is_ascii_digit())
    }

    /// What it checks, on one line.
    pub fn summary(&self) -> Option<String> {
        let summary = self.about?.summary();
        let summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(say(&summary).into_owned())
    }

    /// Where it comes from, such as `v1 §3`.
    pub fn source(&self) -> Option<&'static str> {
        self.about.map(|rule| rule.source)
    }

    /// What it found.
    pub fn findings(&self) -> &[Finding] {
        &self.judged.findings
    }

    /// What it found, with findings that tell the same taken together.
    pub fn kinds(&self) -> Vec<Kind<'_>> {
        kinds(self.findings())
    }
}

pub(super) fn standing(judged: &RuleVerdict, fail_on: Force, stale: bool) -> Standing {
    match judged.verdict {
        Verdict::Fail if judged.rule.force >= fail_on => Standing::Failed,
        Verdict::Fail => Standing::Noted,
        Verdict::KnownFailure => Standing::Known,
        _ if stale => Standing::Stale,
        Verdict::Unobserved => Standing::Unobserved,
        Verdict::NotApplicable => Standing::NotApplicable,
        Verdict::Pass => Standing::Held,
    }
}
