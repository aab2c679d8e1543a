//! What a rule found, as results.

use galleria_scenarios::rule::Finding;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::rule::level;
use crate::lang::say;
use crate::report::{Kind, RuleReport, RunReport, Standing};
use crate::words::{file_uri, place, visible};

/// How many further places of one mistake are told.
const MOST: usize = 10;
/// What stands for the file of a scenario that is in none.
const RECORD: &str = "record.jsonl";

/// The results of a rule: one for each mistake, told at its first place.
pub(super) fn of(index: usize, rule: &RuleReport, report: &RunReport) -> Vec<Value> {
    rule.kinds()
        .iter()
        .map(|kind| result(index, rule, kind, report))
        .collect()
}

fn result(index: usize, rule: &RuleReport, kind: &Kind<'_>, report: &RunReport) -> Value {
    let finding = kind.first;
    let text = format!(
        "{}: {} {}: {}. {}: {}. {}",
        place(finding),
        finding.explanation,
        say("Expected"),
        finding.expected,
        say("Actual"),
        finding.actual,
        finding.fix
    );
    let mut told = json!({
        "ruleId": visible(rule.id()),
        "ruleIndex": index,
        "level": level(rule.force()),
        "message": { "text": visible(&text) },
        "locations": [location(finding, report)],
        "occurrenceCount": 1 + kind.others.len(),
        "partialFingerprints": { "galleria/v1": fingerprint(rule, finding) },
        "properties": properties(finding),
    });
    let mut others: Vec<Value> = Vec::new();
    for finding in &kind.others {
        let place = location(finding, report);
        if others.len() < MOST && !others.contains(&place) {
            others.push(place);
        }
    }
    if !others.is_empty() {
        told["relatedLocations"] = others.into();
    }
    if rule.standing == Standing::Known {
        let reason = rule.judged.reason.as_deref().unwrap_or_default();
        told["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": visible(reason),
        }]);
    }
    told
}

/// The line of the scenario, and the call by its place in the run.
fn location(finding: &Finding, report: &RunReport) -> Value {
    let (file, line) = report
        .place(&finding.scenario, finding.step)
        .unwrap_or((RECORD, 1));
    let call = finding.call();
    let call = call.map_or_else(String::new, |call| format!("/call {call}"));
    let name = format!("{}/step {}{call}", finding.scenario, finding.step);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": file_uri(file) },
            "region": { "startLine": line },
        },
        "logicalLocations": [{ "fullyQualifiedName": visible(&name), "kind": "member" }],
        "message": { "text": visible(&place(finding)) },
    })
}

/// The same in every run as long as the mistake is: no id, time or number of the run is in it.
fn fingerprint(rule: &RuleReport, finding: &Finding) -> String {
    let step = finding.step.to_string();
    let parts = [
        rule.id(),
        &finding.scenario,
        &step,
        &finding.place,
        finding.cause.as_deref().unwrap_or_default(),
    ];
    let digest = Sha256::digest(parts.join("\n").as_bytes());
    hex::encode(&digest[..16])
}

fn properties(finding: &Finding) -> Value {
    let mut told = json!({
        "where": visible(&place(finding)),
        "expected": visible(&finding.expected),
        "actual": visible(&finding.actual),
        "fix": visible(&finding.fix),
        "curl": visible(&finding.curl),
    });
    if let Some(cause) = &finding.cause {
        told["cause"] = visible(cause).into();
    }
    told
}
