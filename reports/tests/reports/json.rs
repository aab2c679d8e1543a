//! The JSON report and its schema.

use std::path::Path;

use galleria_reports::json;
use galleria_scenarios::event::Event;
use serde_json::Value;

use crate::{rule_book, runs};

fn render(events: &[Event]) -> String {
    rule_book::draw("json", events)
}

fn read(events: &[Event]) -> Value {
    serde_json::from_str(&render(events)).unwrap()
}

#[test]
fn the_committed_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/report.schema.json");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == json::schema(),
        "reports/schema/report.schema.json is not up to date; run \
         `galleria schema report > reports/schema/report.schema.json`"
    );
}

#[test]
fn every_report_is_valid_under_its_schema() {
    let schema: Value = serde_json::from_str(&json::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, events) in runs::all() {
        let report = read(&events);
        let faults: Vec<_> = validator
            .iter_errors(&report)
            .map(|e| e.to_string())
            .collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
    let mut broken = read(&runs::passing());
    broken["run"]["verdict"] = "perhaps".into();
    assert!(
        !validator.is_valid(&broken),
        "the schema lets everything through"
    );
}

#[test]
fn every_described_member_is_always_there() {
    let schema: Value = serde_json::from_str(&json::schema()).unwrap();
    let text = schema.to_string();
    assert!(text.contains(r#""format_version""#));
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let Some(members) = definition["properties"].as_object() else {
            continue;
        };
        let required = definition["required"].as_array().unwrap();
        assert_eq!(members.len(), required.len(), "{name}");
    }
}

#[test]
fn a_failing_run_as_json() {
    insta::assert_snapshot!(render(&runs::failing()));
}

#[test]
fn a_cut_off_record_tells_what_was_not_judged() {
    let report = read(&runs::cut_off());
    assert_eq!(report["run"]["verdict"], "interrupted");
    assert_eq!(report["run"]["stopped"]["why"], "cut-off");
    assert_eq!(report["scenarios"][1]["state"], "unfinished");
    assert_eq!(report["scenarios"][2]["state"], "not-begun");
    assert_eq!(report["exchanges"][0]["judged"], true);
    assert_eq!(report["exchanges"][1]["judged"], false);
}

#[test]
fn the_design_s_members_are_where_the_design_says() {
    let report = read(&runs::failing());
    assert_eq!(report["format_version"], 1);
    assert_eq!(report["tool"]["name"], "galleria");
    assert_eq!(report["run"]["exit_code"], 1);
    assert_eq!(report["counts"]["not-applicable"], 1);
    let rule = &report["rules"][3];
    assert_eq!(rule["id"], "SIG004");
    assert_eq!(rule["area"], "SIG");
    assert_eq!(rule["findings"][0]["where"], "header Body-Sign");
    assert_eq!(
        rule["findings"][0]["cause"],
        "signed-with-key-and-timestamp"
    );
    assert_eq!(report["rules"][1]["findings"][0]["where"], Value::Null);
    assert_eq!(report["stale_known_failures"][0]["rule"], "TRN001");
    assert_eq!(
        report["scenarios"][0]["steps"][1]["exchanges"],
        serde_json::json!([2, 3, 4, 5])
    );
}

#[test]
fn what_a_probe_counted_is_in_its_step() {
    let report = read(&runs::repeated());
    let step = &report["scenarios"][0]["steps"][3];
    assert_eq!(step["verb"], "probe");
    assert_eq!(
        step["probed"][0],
        serde_json::json!({
            "order_id": "CS26",
            "product_id": null,
            "instance_id": "i-1",
            "exchange": 4,
            "count": 2,
        })
    );
    assert_eq!(report["exchanges"][1]["role"]["kind"], "at-once");
    assert_eq!(report["exchanges"][2]["ended"], "cut");
}
