//! The difference for programs.

use galleria_scenarios::rule::Finding;
use serde_json::{Value, json as object};

use super::{Change, Changed, Diff};
use crate::report::Standing;

/// The version of the format.
const FORMAT_VERSION: u32 = 1;

/// The difference as a JSON document, with a line end.
pub fn json(diff: &Diff) -> String {
    let count = |change: Change| diff.of(change).count();
    let counts: serde_json::Map<String, Value> = Change::ALL
        .into_iter()
        .map(|change| (change.name().to_owned(), count(change).into()))
        .collect();
    let document = object!({
        "format_version": FORMAT_VERSION,
        "exit_code": diff.exit.number(),
        "before": diff.verdicts.0,
        "now": diff.verdicts.1,
        "differences": diff.differences,
        "counts": counts,
        "rules": diff.rules.iter().map(rule).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

fn rule(rule: &Changed) -> Value {
    let word = |standing: Option<Standing>| standing.map(Standing::word);
    object!({
        "id": rule.id,
        "name": rule.name,
        "change": rule.change.name(),
        "before": word(rule.before),
        "now": word(rule.after),
        "reason": rule.reason,
        "new": rule.new.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    object!({
        "scenario": finding.scenario,
        "step": finding.step,
        "exchange": finding.exchange.0,
        "where": finding.place,
        "cause": finding.cause,
        "explanation": finding.explanation,
        "fix": finding.fix,
    })
}
