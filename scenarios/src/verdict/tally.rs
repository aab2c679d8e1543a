//! The fold from events to verdicts.

use std::collections::BTreeSet;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;
use serde::{Deserialize, Serialize};

use super::excuse::Excuses;
use super::exit::ExitCode;
use crate::event::{Event, KnownFailure, PlannedRule, Stopped};
use crate::life_cycle::LifeCycle;
use crate::rule::{Finding, Force, Judged};

/// The verdict on one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It looked, and found nothing.
    Pass,
    /// It found a breach.
    Fail,
    /// It had nothing to look at.
    Unobserved,
    /// It has nothing to say of such a seller.
    NotApplicable,
    /// It found a breach that is known and excused.
    KnownFailure,
}

/// The verdict on one rule with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleVerdict {
    /// The rule as planned.
    pub rule: PlannedRule,
    /// The verdict.
    pub verdict: Verdict,
    /// How many facts were looked at.
    pub looked_at: u64,
    /// Why there is no judgement, or why a failure or some of it is excused.
    pub reason: Option<String>,
    /// The breaches; of a rule that failed those that are not excused.
    pub findings: Vec<Finding>,
}

/// The verdict on a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunVerdict {
    /// Every judged rule held.
    Pass,
    /// A rule failed, a known failure is stale, or too little of the life cycle was played.
    Fail,
    /// Nothing was judged, or the time ran out before everything was.
    NothingJudged,
    /// The seller could not be reached at all.
    Unreachable,
    /// The run was cut off before it could judge.
    Interrupted,
}

/// How many rules got each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Rules that held.
    pub pass: usize,
    /// Rules that failed.
    pub fail: usize,
    /// Rules with nothing to look at.
    pub unobserved: usize,
    /// Rules with nothing to say of such a seller.
    pub not_applicable: usize,
    /// Rules whose failure is known.
    pub known_failure: usize,
}

/// What a run comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// The verdict on each rule, in the order of the plan.
    pub rules: Vec<RuleVerdict>,
    /// How many got which.
    pub counts: Counts,
    /// Known failures that no longer fail.
    pub stale: Vec<KnownFailure>,
    /// Known failures whose day is over: they excuse nothing.
    pub expired: Vec<KnownFailure>,
    /// The least share of the life cycle that was asked for, in percent, where less was played.
    pub uncovered: Option<u8>,
    /// The verdict on the run.
    pub verdict: RunVerdict,
    /// What to tell the shell.
    pub exit: ExitCode,
}

/// The fold.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    rules: Vec<Row>,
    excuses: Excuses,
    fail_on: Option<Force>,
    called: bool,
    reached: bool,
    finished: bool,
    stopped: Option<Stopped>,
    life_cycle: LifeCycle,
    min_coverage: Option<u8>,
}

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) rule: PlannedRule,
    pub(super) looked_at: u64,
    pub(super) findings: Vec<Finding>,
    /// The scenarios in which it looked at something.
    pub(super) looked_in: BTreeSet<String>,
    doubts: Vec<String>,
}

impl Tally {
    /// Takes in one event.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::RunStarted(run) => {
                self.fail_on = Some(run.fail_on);
                // A share of the scenarios plays its share of the life cycle.
                self.min_coverage = run.min_coverage.filter(|_| run.shard.is_none());
                self.excuses = Excuses::of(run);
                self.rules = run.rules.iter().cloned().map(Row::new).collect();
            }
            Event::Exchanged(exchange) => {
                self.called = true;
                self.reached |= reached(exchange);
            }
            Event::ScenarioFinished {
                scenario, judged, ..
            } => {
                for judged in judged {
                    self.add(scenario, judged);
                }
            }
            Event::LifeCycle(part) => self.life_cycle.join(part),
            Event::RunFinished(run) => {
                self.finished = true;
                self.stopped.clone_from(&run.stopped);
            }
            _ => {}
        }
    }

    /// The ids of the rules that have failed and fail the run.
    pub fn failures(&self) -> Vec<&str> {
        let failed = self.rules.iter().filter(|row| {
            self.counts_as_failure(&row.rule) && !self.excuses.unexcused(row).is_empty()
        });
        failed.map(|row| row.rule.id.as_str()).collect()
    }

    /// What the events so far come to.
    pub fn conclude(&self) -> Conclusion {
        let rules: Vec<RuleVerdict> = self.rules.iter().map(|row| self.verdict_on(row)).collect();
        let stale = self.excuses.stale(&self.rules, &rules);
        let expired = self.excuses.expired();
        let uncovered = self.uncovered();
        let holds = stale.is_empty() && expired.is_empty() && uncovered.is_none();
        let verdict = self.verdict(&rules, holds);
        let exit = match verdict {
            _ if matches!(self.stopped, Some(Stopped::Interrupted)) => ExitCode::Interrupted,
            RunVerdict::Pass => ExitCode::Held,
            RunVerdict::Fail => ExitCode::Failed,
            RunVerdict::NothingJudged => ExitCode::NothingJudged,
            RunVerdict::Unreachable => ExitCode::Unreachable,
            RunVerdict::Interrupted => ExitCode::Interrupted,
        };
        Conclusion {
            counts: count(&rules),
            rules,
            stale,
            expired,
            uncovered,
            verdict,
            exit,
        }
    }

    /// The least share that was asked for, where less was played.
    fn uncovered(&self) -> Option<u8> {
        let percent = self.life_cycle.percent();
        self.min_coverage
            .filter(|least| percent < usize::from(*least))
    }

    fn add(&mut self, scenario: &str, judged: &Judged) {
        let Some(row) = self.rules.iter_mut().find(|row| row.rule.id == judged.rule) else {
            return;
        };
        row.looked_at += judged.looked_at;
        if judged.looked_at > 0 {
            row.looked_in.insert(scenario.to_owned());
        }
        row.findings.extend_from_slice(&judged.findings);
        row.doubts.extend_from_slice(&judged.doubts);
    }

    /// What the seller does that gives a rule nothing to look at, in a run that was played to its
    /// end.
    fn choice(&self, row: &Row) -> Option<String> {
        let whole = self.finished && self.stopped.is_none() && row.doubts.is_empty();
        row.rule.unseen.clone().filter(|_| whole)
    }

    fn counts_as_failure(&self, rule: &PlannedRule) -> bool {
        rule.force >= self.fail_on.unwrap_or(Force::Should)
    }

    fn verdict_on(&self, row: &Row) -> RuleVerdict {
        let unexcused = self.excuses.unexcused(row);
        let (verdict, reason) = if let Some(reason) = &row.rule.not_applicable {
            (Verdict::NotApplicable, Some(reason.clone()))
        } else if !unexcused.is_empty() {
            (Verdict::Fail, self.excuses.beside(row))
        } else if !row.findings.is_empty() {
            (Verdict::KnownFailure, Some(self.excuses.reason(row)))
        } else if row.looked_at > 0 {
            (Verdict::Pass, None)
        } else if let Some(choice) = self.choice(row) {
            (Verdict::NotApplicable, Some(choice))
        } else {
            (Verdict::Unobserved, Some(self.why_unobserved(row)))
        };
        RuleVerdict {
            rule: row.rule.clone(),
            verdict,
            looked_at: row.looked_at,
            reason,
            findings: match verdict {
                Verdict::Fail => unexcused.into_iter().cloned().collect(),
                _ => row.findings.clone(),
            },
        }
    }

    fn why_unobserved(&self, row: &Row) -> String {
        if let Some(doubt) = row.doubts.first() {
            return doubt.clone();
        }
        let none = format!("the run holds no {}", row.rule.needs);
        match &self.stopped {
            Some(stopped) => format!("{none}: {stopped}"),
            None if self.finished => none,
            None => format!("{none}: the run was cut off"),
        }
    }

    fn verdict(&self, rules: &[RuleVerdict], rest_holds: bool) -> RunVerdict {
        let any = |wanted| rules.iter().any(|rule| rule.verdict == wanted);
        let failed = rules
            .iter()
            .any(|rule| rule.verdict == Verdict::Fail && self.counts_as_failure(&rule.rule));
        let cut_off = !self.finished || matches!(self.stopped, Some(Stopped::Interrupted));
        if self.called && !self.reached {
            RunVerdict::Unreachable
        } else if failed {
            RunVerdict::Fail
        } else if cut_off {
            RunVerdict::Interrupted
        } else if !rest_holds {
            RunVerdict::Fail
        } else if self.ran_out_of_time() && any(Verdict::Unobserved) {
            RunVerdict::NothingJudged
        } else if any(Verdict::Pass) || any(Verdict::Fail) || any(Verdict::KnownFailure) {
            RunVerdict::Pass
        } else {
            RunVerdict::NothingJudged
        }
    }
}

impl Tally {
    /// Whether the run ended before everything was played because it took too long.
    fn ran_out_of_time(&self) -> bool {
        matches!(
            self.stopped,
            Some(Stopped::TimeIsUp { .. } | Stopped::TooSlow { .. } | Stopped::NotRestarted { .. })
        )
    }
}

impl Row {
    fn new(rule: PlannedRule) -> Self {
        Self {
            rule,
            looked_at: 0,
            findings: Vec::new(),
            looked_in: BTreeSet::new(),
            doubts: Vec::new(),
        }
    }
}

/// Whether a connection to the seller came about.
fn reached(exchange: &Exchange) -> bool {
    exchange.response.is_some()
        || exchange.timings.connect_us.is_some()
        || matches!(
            exchange.ended,
            Ended::TlsFailed | Ended::Dropped | Ended::NotHttp | Ended::CutShort
        )
}

fn count(rules: &[RuleVerdict]) -> Counts {
    let mut counts = Counts::default();
    for rule in rules {
        *match rule.verdict {
            Verdict::Pass => &mut counts.pass,
            Verdict::Fail => &mut counts.fail,
            Verdict::Unobserved => &mut counts.unobserved,
            Verdict::NotApplicable => &mut counts.not_applicable,
            Verdict::KnownFailure => &mut counts.known_failure,
        } += 1;
    }
    counts
}
