//! A dial test for programs: one JSON object.

use galleria_scenarios::dial_test::{FAILING_DAYS, SessionOutcome};
use galleria_scenarios::verdict::Verdict;
use serde_json::{Value, json};

use super::super::debug::stopped;
use super::Told;
use super::text::in_words;

/// The version of the object's form.
const FORMAT_VERSION: u32 = 1;

pub(super) fn render(told: &Told<'_>) -> String {
    let sessions: Vec<Value> = told
        .test
        .sessions
        .iter()
        .map(|one| session(one, told))
        .collect();
    let outcomes = told.cases.iter().zip(&told.test.cases);
    let cases: Vec<Value> = outcomes
        .map(|(saved, outcome)| {
            json!({
                "name": saved.name,
                "activity": told.profile.called(saved.case.activity),
                "calls": outcome.calls,
                "failed": outcome.failed,
                "pattern": outcome.pattern,
                "explanation": in_words(outcome.pattern, told),
            })
        })
        .collect();
    let rules = &told.outcome.conclusion.rules;
    let failed_rules: Vec<&str> = rules
        .iter()
        .filter(|rule| rule.verdict == Verdict::Fail)
        .map(|rule| rule.rule.id.as_str())
        .collect();
    let object = json!({
        "format_version": FORMAT_VERSION,
        "target": told.target,
        "profile": told.profile.id,
        "seed": told.seed,
        "planned_sessions": told.sessions,
        "sessions": sessions,
        "cases": cases,
        "days": told.test.days,
        "failing_days_that_hide": FAILING_DAYS,
        "hidden_on": told.test.hidden_on,
        "failed_rules": failed_rules,
        "stopped": told.stopped.map(ToString::to_string),
        "exit_code": told.exit.number(),
        "reports": told.files,
    });
    format!("{object:#}\n")
}

fn session(outcome: &SessionOutcome, told: &Told<'_>) -> Value {
    let calls: Vec<Value> = outcome
        .calls
        .iter()
        .map(|call| {
            json!({
                "case": told.cases.get(call.case).map(|saved| &saved.name),
                "exchange": call.exchange,
                "passed": call.stopped.is_none(),
                "stopped": call.stopped.as_ref().map(stopped),
            })
        })
        .collect();
    let session = &outcome.session;
    json!({
        "number": session.number,
        "day": session.day.map(|(day, _)| day),
        "half": session.day.map(|(_, half)| half),
        "failed": outcome.failed(),
        "calls": calls,
    })
}
