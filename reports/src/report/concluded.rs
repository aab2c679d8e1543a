//! What a run comes to.

use std::borrow::Cow;
use std::collections::BTreeMap;

use galleria_scenarios::event::{KnownFailure, Stopped};
use galleria_scenarios::rule::{Finding, Force};
use galleria_scenarios::transcript::ExchangeId;
use galleria_scenarios::verdict::{Conclusion, Counts, ExitCode, RuleVerdict, RunVerdict};

use super::fold::{FindRule, RunReport};
use super::rule::{RuleReport, Standing, standing};
use crate::lang::{Lang, say};
use crate::words::counted;

/// What a run comes to.
#[derive(Clone, Debug)]
pub struct Concluded {
    /// The rules in the order of the plan.
    pub rules: Vec<RuleReport>,
    /// How many rules got which verdict.
    pub counts: Counts,
    /// Known failures that no longer fail.
    pub stale: Vec<KnownFailure>,
    /// Known failures whose day is over.
    pub expired: Vec<KnownFailure>,
    /// The least share of the life cycle that was asked for, in percent, where less was played.
    pub uncovered: Option<u8>,
    /// The verdict on the run.
    pub verdict: RunVerdict,
    /// What the shell is told.
    pub exit: ExitCode,
    /// Why not everything was played, where it was not.
    pub stopped: Option<String>,
}

impl Concluded {
    pub(super) fn new(report: &RunReport, conclusion: Conclusion, find_rule: FindRule) -> Self {
        let Conclusion {
            rules,
            counts,
            stale,
            expired,
            uncovered,
            verdict,
            exit,
        } = conclusion;
        let fail_on = report.run.as_ref().map_or(Force::Should, |run| run.fail_on);
        let whole = is_whole(report);
        let rule = |judged: RuleVerdict| {
            let judged = said(judged);
            let mut lapsed = stale.iter().chain(&expired);
            let stale = whole && lapsed.any(|known| known.rule == judged.rule.id);
            RuleReport {
                standing: standing(&judged, fail_on, stale),
                about: find_rule(&judged.rule.id),
                judged,
            }
        };
        let rules = rules.into_iter().map(rule).collect();
        Self {
            rules,
            counts,
            stale,
            expired,
            uncovered,
            verdict,
            exit,
            stopped: report.stopped().map(|why| say(&why).into_owned()),
        }
    }

    /// The rules of that standing.
    pub fn standing(&self, wanted: Standing) -> impl Iterator<Item = &RuleReport> {
        self.rules
            .iter()
            .filter(move |rule| rule.standing == wanted)
    }

    /// The rules that found something and have something to say of such a seller.
    fn finders(&self) -> impl Iterator<Item = &RuleReport> {
        let rules = self.rules.iter();
        rules.filter(|rule| rule.standing != Standing::NotApplicable)
    }

    /// The rules that found something in each call.
    pub fn found_in(&self) -> BTreeMap<ExchangeId, Vec<&RuleReport>> {
        let mut found: BTreeMap<ExchangeId, Vec<&RuleReport>> = BTreeMap::new();
        for rule in self.finders() {
            for finding in rule.findings() {
                let rules = found.entry(finding.exchange).or_default();
                if !rules.iter().any(|known| known.id() == rule.id()) {
                    rules.push(rule);
                }
            }
        }
        found
    }

    /// The rules that found something in a scenario.
    pub fn found_in_scenario<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a RuleReport> {
        self.finders()
            .filter(move |rule| rule.findings().iter().any(|f| f.scenario == id))
    }

    /// What is wrong with the list of known failures: each entry that is to be taken off, with a
    /// sentence that says why.
    pub fn lapses(&self) -> Vec<(&KnownFailure, String)> {
        let stale = self.stale.iter().map(|known| {
            let told = format!("no longer fails; it was excused so: {}", known.reason);
            (known, told)
        });
        let expired = self.expired.iter().map(|known| {
            let day = known
                .expires
                .map_or_else(String::new, |day| day.to_string());
            (
                known,
                format!("was excused until {day} only: {}", known.reason),
            )
        });
        let named = |(known, told): (&'_ KnownFailure, String)| match &known.scenario {
            Some(scenario) => format!("{} in {scenario} {told}", known.rule),
            None => format!("{} {told}", known.rule),
        };
        stale
            .chain(expired)
            .map(|(known, told)| (known, say(&named((known, told))).into_owned()))
            .collect()
    }

    /// What is wrong with the entry of a rule on the list of known failures.
    pub fn lapse(&self, rule: &str) -> Option<String> {
        let mut lapses = self.lapses().into_iter();
        lapses
            .find(|(known, _)| known.rule == rule)
            .map(|(_, told)| told)
    }

    /// The verdict on a run in which no rule fails it.
    fn rest_fails(&self) -> String {
        match self.uncovered {
            Some(least) if self.stale.is_empty() && self.expired.is_empty() => {
                format!("less than {least}% of the life cycle was played")
            }
            _ => self.list_fails(),
        }
    }

    /// The verdict on a run that fails for its list of known failures alone.
    fn list_fails(&self) -> String {
        let (stale, expired) = (self.stale.len(), self.expired.len());
        let gone = format!("{} no longer true", are(stale, "known failure"));
        let over = format!("{} out of date", are(expired, "known failure"));
        match (stale, expired) {
            (_, 0) => gone,
            (0, _) => over,
            _ => format!("{gone}, {over}"),
        }
    }

    /// Whether rules held, and others had their scenarios cut off by the clock.
    fn ran_out_of_time(&self) -> bool {
        self.stopped.is_some() && self.standing(Standing::Held).next().is_some()
    }

    /// The verdict on the run in a word or two.
    pub fn word(&self) -> Cow<'static, str> {
        say(match self.verdict {
            RunVerdict::Pass => "pass",
            RunVerdict::Fail => "fail",
            RunVerdict::NothingJudged if self.ran_out_of_time() => "not finished",
            RunVerdict::NothingJudged => "nothing judged",
            RunVerdict::Unreachable => "unreachable",
            RunVerdict::Interrupted => "interrupted",
        })
    }

    /// The verdict on the run as a clause.
    pub fn headline(&self) -> String {
        let failed = self.standing(Standing::Failed).count();
        let headline = match self.verdict {
            RunVerdict::Pass if self.stopped.is_some() => {
                "every judged rule held, but not everything was played".to_owned()
            }
            RunVerdict::Pass => "every judged rule held".to_owned(),
            RunVerdict::Fail if failed > 0 => format!("{} failed", counted(failed, "rule")),
            RunVerdict::Fail => self.rest_fails(),
            RunVerdict::NothingJudged if self.ran_out_of_time() => {
                "no rule failed, but the time ran out before all were judged".to_owned()
            }
            RunVerdict::NothingJudged => "nothing was judged".to_owned(),
            RunVerdict::Unreachable => "the seller could not be reached".to_owned(),
            RunVerdict::Interrupted => {
                "the run was cut off before it could judge everything".to_owned()
            }
        };
        say(&headline).into_owned()
    }
}

/// A verdict with its texts in the language that is spoken. What was seen stays as it is.
fn said(mut judged: RuleVerdict) -> RuleVerdict {
    if Lang::spoken() == Lang::En {
        return judged;
    }
    let said = |text: &mut String| *text = say(text).into_owned();
    judged.reason.iter_mut().for_each(said);
    for finding in &mut judged.findings {
        let Finding {
            place,
            expected,
            actual,
            explanation,
            fix,
            ..
        } = finding;
        [place, expected, actual, explanation, fix]
            .into_iter()
            .for_each(said);
    }
    judged
}

/// Whether the run came to its own end, so that a known failure that was not seen has gone.
fn is_whole(report: &RunReport) -> bool {
    let end = report.finished.as_ref().map(|finished| &finished.stopped);
    end.is_some_and(|stopped| !matches!(stopped, Some(Stopped::Interrupted)))
}

fn are(count: usize, noun: &str) -> String {
    format!(
        "{} {}",
        counted(count, noun),
        if count == 1 { "is" } else { "are" }
    )
}
