//! One distinct failure of a campaign.

use super::history::scenario;
use super::judge::{Failure, Verdicts};
use super::shrink::Failing;
use super::terms::Terms;
use crate::rule::Play;
use crate::rules;
use crate::scenario::Scenario;

/// A failure that was made as small as time allowed.
#[derive(Clone, Debug)]
pub struct Found {
    /// The shrunk history.
    pub scenario: Scenario,
    /// The failure.
    pub failure: Failure,
    /// The play in which the shrunk history failed.
    pub play: Play,
    /// What was seen of that.
    pub verdicts: Verdicts,
    /// The number of the history in which it was found first.
    pub case: u64,
    /// How many steps that history had.
    pub steps: usize,
    /// In how many histories it was seen.
    pub seen: u64,
    /// How many replays of the shrunk history failed, and of how many.
    pub failed: (u32, u32),
}

impl Found {
    /// What came of a failing history.
    pub(super) fn new(case: u64, steps: usize, failing: Failing, terms: &Terms) -> Self {
        let Failing {
            verbs,
            play,
            verdicts,
            failure,
            failed,
        } = failing;
        let rule = &failure.rule;
        let name = rules::find(rule).map_or("unknown", |rule| rule.name);
        let id = format!("{}-{name}-{case}", rule.to_lowercase());
        let title = format!("{rule}: {name}");
        let (step, place) = (failure.finding.step, &failure.finding.place);
        let about = format!(
            "A campaign found that {rule} fails here in step {step}, {place}; this is the shortest history that was found to fail so."
        );
        let scenario = scenario(&id, &title, &about, terms, &verbs);
        Self {
            scenario,
            failure,
            play,
            verdicts,
            case,
            steps,
            seen: 1,
            failed,
        }
    }

    /// What tells it from others.
    pub fn key(&self) -> (&str, &str) {
        self.failure.key()
    }

    /// Whether every replay failed.
    pub fn is_steady(&self) -> bool {
        let (failed, of) = self.failed;
        of > 0 && failed == of
    }
}

/// What all histories together are called.
pub(super) fn title(cases: u64) -> String {
    match cases {
        1 => "One history".to_owned(),
        cases => format!("{cases} histories"),
    }
}
