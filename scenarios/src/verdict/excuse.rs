//! Failures that are known and excused: which findings they cover, and whether they still hold.

use chrono::NaiveDate;

use super::tally::{Row, RuleVerdict, Verdict};
use crate::event::{KnownFailure, RunStarted};
use crate::rule::Finding;

/// The list of known failures on the day of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Excuses {
    known: Vec<KnownFailure>,
    day: NaiveDate,
    part: bool,
}

impl Excuses {
    pub(super) fn of(run: &RunStarted) -> Self {
        Self {
            known: run.known_failures.clone(),
            day: run.started.date_naive(),
            // A share of the scenarios says nothing about what is in the others.
            part: run.part || run.shard.is_some(),
        }
    }

    /// The findings of a rule that nothing excuses.
    pub(super) fn unexcused<'a>(&self, row: &'a Row) -> Vec<&'a Finding> {
        let findings = row.findings.iter();
        findings
            .filter(|finding| self.excuse(row, finding).is_none())
            .collect()
    }

    /// Why a rule whose every finding is excused is so.
    pub(super) fn reason(&self, row: &Row) -> String {
        let mut reasons: Vec<String> = Vec::new();
        for known in row.findings.iter().filter_map(|f| self.excuse(row, f)) {
            let reason = match known.expires {
                Some(day) => format!("{} (until {day})", known.reason),
                None => known.reason.clone(),
            };
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons.join("; ")
    }

    /// What the list has to say of a rule that fails all the same.
    pub(super) fn beside(&self, row: &Row) -> Option<String> {
        let excused = row.findings.len() - self.unexcused(row).len();
        if excused > 0 {
            let reason = self.reason(row);
            return Some(format!("{excused} further findings are excused: {reason}"));
        }
        let own = |known: &&KnownFailure| known.rule == row.rule.id && self.is_over(known);
        let over = self.known.iter().find(own)?;
        let day = over.expires?;
        Some(format!("its excuse ended on {day}: {}", over.reason))
    }

    /// The entries whose day is over.
    pub(super) fn expired(&self) -> Vec<KnownFailure> {
        let over = self.known.iter().filter(|known| self.is_over(known));
        over.cloned().collect()
    }

    /// The entries that excuse nothing although their rule looked: at their scenario, or at every
    /// scenario of the run. A rule that was not selected, does not apply or had nothing to look at
    /// says nothing about them.
    pub(super) fn stale(&self, rows: &[Row], verdicts: &[RuleVerdict]) -> Vec<KnownFailure> {
        let is_stale = |known: &&KnownFailure| {
            let of_rule = |row: &&Row| row.rule.id == known.rule;
            let Some(row) = rows.iter().find(of_rule) else {
                return false;
            };
            if let Some(scenario) = &known.scenario {
                return row.rule.not_applicable.is_none()
                    && row.looked_in.contains(scenario)
                    && !row.findings.iter().any(|f| f.scenario == *scenario);
            }
            let verdict = verdicts.iter().find(|judged| judged.rule.id == known.rule);
            !self.part && verdict.is_some_and(|judged| judged.verdict == Verdict::Pass)
        };
        let lasting = self.known.iter().filter(|known| !self.is_over(known));
        lasting.filter(is_stale).cloned().collect()
    }

    fn excuse(&self, row: &Row, finding: &Finding) -> Option<&KnownFailure> {
        self.known.iter().find(|known| {
            known.rule == row.rule.id
                && known
                    .scenario
                    .as_ref()
                    .is_none_or(|scenario| *scenario == finding.scenario)
                && !self.is_over(known)
        })
    }

    fn is_over(&self, known: &KnownFailure) -> bool {
        known.expires.is_some_and(|day| day < self.day)
    }
}
