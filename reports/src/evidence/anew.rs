//! The record of a file of evidence, judged anew by the rules of today.

use std::collections::BTreeSet;

use galleria_scenarios::event::Event;
use galleria_scenarios::record::{AgainError, judge_again};
use galleria_scenarios::rule::RULE_SET;
use serde::Serialize;

use crate::lang::say;
use crate::report::{Concluded, RuleReport, RunReport};
use crate::words::{on_one_line, place};

/// How many mistakes of a rule are named.
const MOST: usize = 3;

/// What the rules of today make of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Anew {
    /// The version of galleria that judged.
    pub version: String,
    /// The version of its rule set.
    pub rule_set: String,
    /// How many rules were held against the record.
    pub rules: usize,
    /// What the run comes to, in the language that is spoken.
    pub verdict: String,
    /// The rules of which the record says something else.
    pub differences: Vec<Difference>,
    /// The rules that this galleria does not have; they stand as recorded.
    pub gone: Vec<String>,
    /// The scenarios that the record does not hold whole; they stand as recorded.
    pub left: Vec<String>,
}

/// A rule of which the record says something else than the rules of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The rule's id.
    pub rule: String,
    /// What it came to by the record.
    pub record: String,
    /// What it comes to now.
    pub anew: String,
}

/// Judges a record anew, and compares.
pub(super) fn anew(events: &[Event], report: &RunReport) -> Result<Anew, AgainError> {
    let again = judge_again(events)?;
    let (before, after) = (
        report.conclude(),
        RunReport::from_events(&again.events).conclude(),
    );
    let pairs = before.rules.iter().zip(&after.rules);
    let differ = pairs.filter(|(one, other)| mistakes(one) != mistakes(other));
    Ok(Anew {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: RULE_SET.to_owned(),
        rules: judged(&after).saturating_sub(again.gone.len()),
        verdict: format!("{}: {}", after.word(), after.headline()),
        differences: differ
            .map(|(one, other)| Difference {
                rule: on_one_line(one.id()),
                record: told(one),
                anew: told(other),
            })
            .collect(),
        gone: again.gone,
        left: again.left,
    })
}

/// How many rules have something to say of such a seller.
fn judged(concluded: &Concluded) -> usize {
    let rules = concluded.rules.iter();
    rules
        .filter(|rule| rule.judged.rule.not_applicable.is_none())
        .count()
}

/// What a rule comes to, whatever it is called: how often it found a mistake is no matter, for joined
/// records number their calls anew.
fn mistakes(rule: &RuleReport) -> (&'static str, BTreeSet<(&str, Option<&str>)>) {
    let findings = rule.findings().iter();
    let mistakes = findings.map(|found| (found.place.as_str(), found.cause.as_deref()));
    (rule.standing.word(), mistakes.collect())
}

/// The same for people: the verdict, and the places and causes of the mistakes.
fn told(rule: &RuleReport) -> String {
    let word = say(rule.standing.word());
    let kinds = rule.kinds();
    let named = kinds.iter().take(MOST).map(|kind| {
        let place = place(kind.first);
        match &kind.first.cause {
            Some(cause) => format!("{place} ({cause})"),
            None => place.into_owned(),
        }
    });
    let mut named: Vec<String> = named.collect();
    if kinds.len() > MOST {
        named.push("...".to_owned());
    }
    if named.is_empty() {
        return word.into_owned();
    }
    on_one_line(&format!("{word}: {}", named.join(", ")))
}
