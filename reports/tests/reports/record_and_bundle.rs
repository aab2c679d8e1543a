//! What is kept of a run for later: the record, which has no language, and the evidence, whose reports
//! have one.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use galleria_reports::evidence::{self, Trouble, verify};
use galleria_reports::lang::Lang;
use galleria_scenarios::event::Event;
use galleria_scenarios::record::{JsonLines, Sink as _};
use serde_json::Value;
use zip::ZipArchive;

use crate::runs;

/// How many letters of a part are shown.
const SHOWN: usize = 160;

/// The record as a run writes it.
fn written(events: &[Event]) -> Vec<u8> {
    let mut lines = Vec::new();
    let mut sink = JsonLines::new("record.jsonl", &mut lines);
    for event in events {
        sink.take(event).unwrap();
    }
    drop(sink);
    lines
}

#[test]
fn a_failing_run_as_record_in_whatever_language() {
    let record = written(&runs::failing());
    for lang in Lang::ALL {
        let again = lang.speaking(|| written(&runs::failing()));
        assert!(again == record, "the record speaks {}", lang.name());
    }
    insta::assert_snapshot!(String::from_utf8(record).unwrap());
}

/// Each part of the evidence in its order and what it begins with; the manifest whole, but for sizes and
/// hashes, which are held against the parts.
fn listed(evidence: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(evidence)).unwrap();
    let mut list = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let begins = if name == "manifest.json" {
            let mut manifest: Value = serde_json::from_str(&text).unwrap();
            for part in manifest["parts"].as_array_mut().unwrap() {
                *part = part["name"].take();
            }
            format!("{manifest:#}")
        } else {
            let shown: String = text.chars().take(SHOWN).collect();
            format!("{} ...", shown.trim_end())
        };
        write!(list, "== {name}\n{begins}\n\n").unwrap();
    }
    list
}

#[test]
fn a_failing_run_as_evidence_in_either_language() {
    for lang in Lang::ALL {
        let packed = lang.speaking(|| evidence::pack(&written(&runs::failing())).unwrap());
        let verified = verify(&packed).unwrap();
        assert_eq!(verified.manifest.language, lang.name());
        // The made-up run says that a rule found what nobody finds in its calls; each part fits its hash.
        let mut troubles = verified.troubles.iter();
        assert!(troubles.all(|trouble| matches!(trouble, Trouble::OtherVerdict(_))));
        insta::assert_snapshot!(
            format!("a_failing_run_as_evidence_in_{}", lang.name()),
            listed(&packed)
        );
    }
}
