//! Reports held against the schemas of those who defined the formats.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jsonschema::{Registry, Validator};
use serde_json::Value;

use crate::{rule_book, runs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas")
}

/// Every made-up run in that format is valid; with `broken` done to it none is.
fn every_run_is_valid(format: &str, validator: &Validator, broken: fn(&mut Value)) {
    for (name, events) in runs::all() {
        let mut report: Value = serde_json::from_str(&rule_book::draw(format, &events)).unwrap();
        let faults: Vec<_> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{format}, {name}: {faults:#?}");
        broken(&mut report);
        assert!(!validator.is_valid(&report), "the schema takes everything");
    }
}

#[test]
fn sarif_is_valid_under_the_schema_of_oasis() {
    let text = std::fs::read_to_string(folder().join("sarif-2.1.0.json")).unwrap();
    // A bracket too many, which is no regular expression: of the language of messages.
    let text = text.replace("{2}]?$", "{2}?$");
    let validator = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    every_run_is_valid("sarif", &validator, |report| {
        report["runs"][0]["tool"]["driver"]["name"] = Value::Null;
    });
}

#[test]
fn har_is_valid_under_the_schema_of_har_1_2() {
    let mut registry = Registry::new();
    for schema in std::fs::read_dir(folder().join("har")).unwrap() {
        let text = std::fs::read_to_string(schema.unwrap().path()).unwrap();
        // Their names are relative, and a registry wants whole ones.
        let text = text
            .replace(r#""$id": ""#, r#""$id": "https://har.example/"#)
            .replace(".json#", ".json");
        let schema: Value = serde_json::from_str(&text).unwrap();
        let id = schema["$id"].as_str().unwrap().to_owned();
        registry = registry.add(id, schema).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let validator = jsonschema::options()
        .with_registry(&registry)
        // An address is kept as it was sent, also where it is none.
        .should_validate_formats(false)
        .build(&serde_json::json!({ "$ref": "https://har.example/har.json" }))
        .unwrap();
    every_run_is_valid("har", &validator, |report| {
        report["log"]["entries"][0]["request"]["method"] = Value::Null;
    });
}

/// `xmllint` is one of the programs that the gate installs.
#[test]
fn junit_is_valid_under_the_schema_of_jenkins() {
    if std::env::var("GALLERIA_TEST_SNIPPETS").is_err() {
        return;
    }
    for (name, events) in runs::all() {
        let xml = rule_book::draw("junit", &events);
        let (valid, told) = lint(&xml);
        assert!(valid, "{name}: {told}");
        let broken = xml.replace("<testcase name", "<testcase nome");
        assert!(!lint(&broken).0, "the schema takes everything");
    }
}

/// Whether the text is valid, and what the program says.
fn lint(xml: &str) -> (bool, String) {
    let mut child = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .arg(folder().join("junit-10.xsd"))
        .arg("-")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint runs: .ci/install installs it");
    let written = child.stdin.take().unwrap().write_all(xml.as_bytes());
    let output = child.wait_with_output().unwrap();
    written.unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), told)
}
