//! `report.sarif`: SARIF 2.1.0, for code scanning. A result a mistake, at the scenario's line.

mod result;
mod rule;

use chrono::{SecondsFormat, TimeDelta};
use galleria_scenarios::event::RunStarted;
use galleria_scenarios::verdict::RunVerdict;
use serde_json::{Value, json};

use crate::formats::{Format, FormatError};
use crate::lang::say;
use crate::report::{Concluded, RunReport};
use crate::words::visible;

/// The format `sarif`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sarif;

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn file_name(&self) -> &'static str {
        "report.sarif"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let rules: Vec<Value> = concluded
            .rules
            .iter()
            .map(|rule| rule::of(rule, run))
            .collect();
        let results: Vec<Value> = concluded
            .rules
            .iter()
            .enumerate()
            .flat_map(|(index, rule)| result::of(index, rule, report))
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "galleria",
                    "semanticVersion": run.tool_version,
                    "rules": rules,
                }},
                "automationDetails": {
                    "id": visible(&format!("galleria/{}/{}/", run.profile, run.billing)),
                },
                "invocations": [invocation(report, run, &concluded)],
                "columnKind": "unicodeCodePoints",
                "results": results,
                "properties": {
                    "ruleSet": run.rule_set,
                    "run": run.id,
                    "seed": run.seed,
                    "target": visible(&run.target),
                    "verdict": concluded.word(),
                },
            }],
        });
        Ok(format!("{log:#}\n").into_bytes())
    }
}

/// A run that came to a verdict did its work, whatever the verdict is.
fn invocation(report: &RunReport, run: &RunStarted, concluded: &Concluded) -> Value {
    let whole = matches!(concluded.verdict, RunVerdict::Pass | RunVerdict::Fail);
    let elapsed = TimeDelta::from_std(report.elapsed()).unwrap_or_default();
    let ended = run.started.checked_add_signed(elapsed);
    let utc = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut told = json!({
        "executionSuccessful": whole,
        "exitCode": concluded.exit.number(),
        "startTimeUtc": utc(run.started),
        "endTimeUtc": utc(ended.unwrap_or(run.started)),
    });
    let mut notes = Vec::new();
    if !whole {
        notes.push(json!({ "level": "error", "message": { "text": concluded.headline() } }));
    }
    if let Some(reason) = &concluded.stopped {
        notes.push(json!({ "level": "warning", "message": { "text": visible(reason) } }));
    }
    notes.extend(concluded.lapses().iter().map(|(_, told)| {
        let told = format!("{told}: {}", say("take it off the list of known failures"));
        json!({ "level": "error", "message": { "text": visible(&told) } })
    }));
    if !notes.is_empty() {
        told["toolExecutionNotifications"] = notes.into();
    }
    told
}
