//! Two runs side by side: what broke, what was mended.
//!
//! A rule that no longer looks at anything was not mended, and one that looks for the first time did
//! not break the run before: both are told as what they are.

mod json;
mod text;

use std::collections::BTreeSet;

use galleria_scenarios::rule::Finding;
use galleria_scenarios::verdict::{ExitCode, RunVerdict};

pub use json::json;
pub use text::text;

use crate::formats::FormatError;
use crate::report::{Concluded, RuleReport, RunReport, Standing};

/// What became of a rule from one run to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It fails the run and did not before.
    Broke,
    /// It failed before and fails still, with a mistake that was not there.
    Worse,
    /// It fails as before.
    StillFails,
    /// It failed before and holds.
    Mended,
    /// It came to a judgement before, and no longer does.
    LostSight,
    /// It is judged for the first time, and does not fail.
    NewlyJudged,
}

impl Change {
    /// Every change in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Broke,
        Self::Worse,
        Self::StillFails,
        Self::Mended,
        Self::LostSight,
        Self::NewlyJudged,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Broke => "broke",
            Self::Worse => "worse",
            Self::StillFails => "still-fails",
            Self::Mended => "mended",
            Self::LostSight => "lost-sight",
            Self::NewlyJudged => "newly-judged",
        }
    }
}

/// A rule that changed or still fails.
#[derive(Clone, Debug)]
pub struct Changed {
    /// What became of it.
    pub change: Change,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it stood for before; absent where the run did not have it.
    pub before: Option<Standing>,
    /// The same now.
    pub after: Option<Standing>,
    /// Its mistakes that were not there before.
    pub new: Vec<Finding>,
    /// Why there is no judgement now, where there is none.
    pub reason: Option<String>,
}

/// Two runs side by side.
#[derive(Clone, Debug)]
pub struct Diff {
    /// The rules that changed or still fail, the worst first.
    pub rules: Vec<Changed>,
    /// In what the runs differ beside the seller: profile, billing and so on.
    pub differences: Vec<String>,
    /// The verdicts before and now, in words.
    pub verdicts: (String, String),
    /// What to tell the shell.
    pub exit: ExitCode,
}

/// Compares two runs.
///
/// # Errors
/// Where one of them holds no run.
pub fn diff(before: &RunReport, after: &RunReport) -> Result<Diff, FormatError> {
    let differences = differences(before, after)?;
    let (old, new) = (before.conclude(), after.conclude());
    let mut rules: Vec<Changed> = ids(&old, &new)
        .into_iter()
        .filter_map(|id| changed(find(&old, id), find(&new, id)))
        .collect();
    rules.sort_by(|one, other| one.change.cmp(&other.change).then(one.id.cmp(&other.id)));
    Ok(Diff {
        exit: exit(&rules, &new),
        rules,
        differences,
        verdicts: (old.headline(), new.headline()),
    })
}

impl Diff {
    /// The rules of which that became.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &Changed> {
        self.rules.iter().filter(move |rule| rule.change == change)
    }
}

/// What broke decides; a second run without a verdict says so with its own code.
fn exit(rules: &[Changed], after: &Concluded) -> ExitCode {
    let broke = |rule: &Changed| matches!(rule.change, Change::Broke | Change::Worse);
    if rules.iter().any(broke) {
        ExitCode::Failed
    } else if matches!(after.verdict, RunVerdict::Pass | RunVerdict::Fail) {
        ExitCode::Held
    } else {
        after.exit
    }
}

fn ids<'a>(old: &'a Concluded, new: &'a Concluded) -> BTreeSet<&'a str> {
    let rules = old.rules.iter().chain(&new.rules);
    rules.map(RuleReport::id).collect()
}

fn find<'a>(run: &'a Concluded, id: &str) -> Option<&'a RuleReport> {
    run.rules.iter().find(|rule| rule.id() == id)
}

fn changed(before: Option<&RuleReport>, after: Option<&RuleReport>) -> Option<Changed> {
    let about = after.or(before)?;
    let new = new_mistakes(before, after);
    let standing = |rule: Option<&RuleReport>| rule.map(|rule| rule.standing);
    let change = change(standing(before), standing(after), !new.is_empty())?;
    Some(Changed {
        change,
        id: about.id().to_owned(),
        name: about.name().to_owned(),
        before: standing(before),
        after: standing(after),
        new,
        reason: after.and_then(|rule| rule.judged.reason.clone()),
    })
}

fn change(before: Option<Standing>, after: Option<Standing>, new: bool) -> Option<Change> {
    let fails = |standing| standing == Some(Standing::Failed);
    let judged = |standing| {
        matches!(
            standing,
            Some(Standing::Held | Standing::Stale | Standing::Noted | Standing::Known)
        ) || fails(standing)
    };
    match (fails(before), fails(after)) {
        (false, true) => Some(Change::Broke),
        (true, true) if new => Some(Change::Worse),
        (true, true) => Some(Change::StillFails),
        _ if judged(before) && !judged(after) => Some(Change::LostSight),
        (true, false) => Some(Change::Mended),
        _ if !judged(before) && judged(after) => Some(Change::NewlyJudged),
        _ => None,
    }
}

/// The first finding of each mistake that the run before did not have.
fn new_mistakes(before: Option<&RuleReport>, after: Option<&RuleReport>) -> Vec<Finding> {
    let known: BTreeSet<_> = before
        .iter()
        .flat_map(|rule| rule.findings())
        .map(mistake)
        .collect();
    let mut told = BTreeSet::new();
    let found = after.iter().flat_map(|rule| rule.findings());
    found
        .filter(|finding| !known.contains(&mistake(finding)) && told.insert(mistake(finding)))
        .cloned()
        .collect()
}

/// What makes a mistake the same in two runs: nothing that is minted anew by each.
fn mistake(finding: &Finding) -> (&str, u32, &str, Option<&str>) {
    (
        &finding.scenario,
        finding.step,
        &finding.place,
        finding.cause.as_deref(),
    )
}

fn differences(before: &RunReport, after: &RunReport) -> Result<Vec<String>, FormatError> {
    let (old, new) = (before.begun()?, after.begun()?);
    let facts = [
        ("profile", old.profile.clone(), new.profile.clone()),
        ("billing", old.billing.to_string(), new.billing.to_string()),
        ("rule set", old.rule_set.clone(), new.rule_set.clone()),
        ("target", old.target.clone(), new.target.clone()),
        ("fails on", old.fail_on.to_string(), new.fail_on.to_string()),
    ];
    let told = facts
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(what, old, new)| format!("{what}: {old} before, {new} now"));
    Ok(told.collect())
}
