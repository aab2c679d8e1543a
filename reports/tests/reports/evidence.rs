//! Evidence: whole, and tampered with in every way.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use galleria_reports::evidence::{EvidenceError, Trouble, Verified, pack, verify};
use galleria_reports::lang::Lang;
use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::proof::peers;
use serde_json::{Value, json};
use sha2::Digest as _;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::runs;

type Parts = Vec<(String, Vec<u8>)>;

fn record(events: &[Event]) -> Vec<u8> {
    let lines = events
        .iter()
        .map(|event| serde_json::to_string(event).unwrap() + "\n");
    lines.collect::<String>().into_bytes()
}

/// Evidence of a run that was played: its calls bear its verdict out.
pub(crate) fn evidence() -> Vec<u8> {
    static EVIDENCE: LazyLock<Vec<u8>> = LazyLock::new(|| pack(&played()).unwrap());
    EVIDENCE.clone()
}

/// The record of a seller that signs with the wrong key.
pub(crate) fn played() -> Vec<u8> {
    let mut peers = peers().into_iter();
    let faulty = peers.find(|peer| peer.name == "signs-key-and-timestamp");
    record(&faulty.unwrap().record("cn-v1", Billing::Period).unwrap())
}

/// Evidence of a made-up run, which is small.
fn made_up() -> Vec<u8> {
    pack(&record(&runs::failing())).unwrap()
}

fn parts(evidence: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(evidence)).unwrap();
    let part = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    let count = ZipArchive::new(Cursor::new(evidence)).unwrap().len();
    (0..count).map(part).collect()
}

fn zipped(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn part<'a>(parts: &'a mut Parts, name: &str) -> &'a mut Vec<u8> {
    let found = parts.iter_mut().find(|(known, _)| known == name);
    &mut found.unwrap().1
}

/// The evidence after something was done to its parts.
fn after(change: impl FnOnce(&mut Parts)) -> Verified {
    let mut parts = parts(&evidence());
    change(&mut parts);
    verify(&zipped(&parts)).unwrap()
}

/// Does something to the manifest.
fn manifest(parts: &mut Parts, change: impl FnOnce(&mut Value)) {
    let text = part(parts, "manifest.json");
    let mut manifest: Value = serde_json::from_slice(text).unwrap();
    change(&mut manifest);
    *text = serde_json::to_vec(&manifest).unwrap();
}

/// Writes the hashes again, as whoever forges evidence would.
fn sign(parts: &mut Parts) {
    let listed = |(name, bytes): &(String, Vec<u8>)| {
        let digest = sha2::Sha256::digest(bytes);
        let hash = digest
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        json!({ "name": name, "bytes": bytes.len(), "sha256": hash })
    };
    let others = parts.iter().filter(|(name, _)| name != "manifest.json");
    let listed: Vec<Value> = others.map(listed).collect();
    manifest(parts, |manifest| manifest["parts"] = json!(listed));
}

#[test]
fn the_same_record_gives_the_same_bytes_and_they_are_whole() {
    for (name, events) in runs::all() {
        let record = record(&events);
        for lang in Lang::ALL {
            let packed = lang.speaking(|| pack(&record).unwrap());
            assert_eq!(packed, lang.speaking(|| pack(&record).unwrap()), "{name}");
            let verified = verify(&packed).unwrap();
            // The rules find nothing of what the made-up runs say that they found.
            let mut troubles = verified.troubles.iter();
            let made_up = troubles.all(|trouble| matches!(trouble, Trouble::OtherVerdict(_)));
            assert!(made_up, "{name} {}: {:?}", lang.name(), verified.troubles);
            // That run names a profile that nobody has.
            assert_eq!(verified.notes.is_empty(), name != "hostile", "{name}");
            let shown = |note: &String| !note.contains(char::is_control);
            assert!(verified.notes.iter().all(shown), "{:?}", verified.notes);
            assert_eq!(verified.manifest.language, lang.name());
        }
    }
    let verified = verify(&evidence()).unwrap();
    assert_eq!(verified.verdict.as_deref(), Some("fail: 1 rule failed"));
    let names: Vec<_> = verified
        .manifest
        .parts
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "record.jsonl",
            "profile.toml",
            "report.json",
            "junit.xml",
            "report.html",
            "summary.md"
        ]
    );
}

#[test]
fn a_record_that_was_cut_off_is_evidence_too() {
    let mut record = played();
    record.truncate(record.len() - 20);
    let verified = verify(&pack(&record).unwrap()).unwrap();
    assert!(verified.fits());
    assert!(
        verified.notes[0].contains("cut off"),
        "{:?}",
        verified.notes
    );
}

#[test]
fn packing_again_by_another_program_is_no_tampering() {
    assert_eq!(after(|_| {}).troubles, []);
}

#[test]
fn a_changed_part_is_told() {
    for name in ["record.jsonl", "report.html", "profile.toml"] {
        let verified = after(|parts| part(parts, name)[40] ^= 1);
        let changed = Trouble::Changed(name.to_owned());
        assert!(
            verified.troubles.contains(&changed),
            "{:?}",
            verified.troubles
        );
    }
    let mine = Trouble::Changed("summary.md".to_owned());
    assert_eq!(
        after(|parts| part(parts, "summary.md")[0] ^= 1).troubles,
        [mine]
    );
}

#[test]
fn a_report_that_was_made_to_fit_its_hash_is_told() {
    let verified = after(|parts| {
        let page = String::from_utf8(part(parts, "report.html").clone()).unwrap();
        *part(parts, "report.html") = page.replace("1 rule failed", "0 rule failed").into_bytes();
        sign(parts);
    });
    assert_eq!(
        verified.troubles,
        [Trouble::NotDrawn("report.html".to_owned())]
    );
}

#[test]
fn a_record_that_was_made_to_fit_its_hash_is_told() {
    let verified = after(|parts| {
        let record = String::from_utf8(part(parts, "record.jsonl").clone()).unwrap();
        *part(parts, "record.jsonl") = record.replace("\"seed\":1,", "\"seed\":8,").into_bytes();
        sign(parts);
    });
    let other = Trouble::OtherRun {
        what: "the seed",
        manifest: "1".to_owned(),
        record: "8".to_owned(),
    };
    assert_eq!(verified.troubles[0], other);
    assert!(
        verified
            .troubles
            .contains(&Trouble::NotDrawn("report.json".to_owned()))
    );
}

#[test]
fn another_rule_book_is_told() {
    let verified = after(|parts| {
        part(parts, "profile.toml").extend(b"# mine\n");
        sign(parts);
    });
    assert_eq!(verified.troubles, [Trouble::OtherBook]);
}

#[test]
fn missing_and_further_parts_are_told() {
    let verified = after(|parts| parts.retain(|(name, _)| name != "junit.xml"));
    assert_eq!(
        verified.troubles,
        [Trouble::Missing("junit.xml".to_owned())]
    );
    let verified = after(|parts| {
        parts.retain(|(name, _)| name != "record.jsonl");
        sign(parts);
    });
    assert_eq!(
        verified.troubles,
        [Trouble::Missing("record.jsonl".to_owned())]
    );
    assert_eq!(verified.verdict, None);
    let verified = after(|parts| parts.push(("run-me.exe".to_owned(), b"MZ".to_vec())));
    assert_eq!(verified.troubles, [Trouble::Extra("run-me.exe".to_owned())]);
}

#[test]
fn names_that_lead_elsewhere_are_told_also_where_they_are_listed() {
    for name in [
        "../../.profile",
        "/etc/cron.d/x",
        "a/b",
        "..\\x",
        "C:evil",
        "x\u{202e}gpj.exe",
    ] {
        let verified = after(|parts| {
            parts.push((name.to_owned(), b"x".to_vec()));
            sign(parts);
        });
        assert_eq!(verified.troubles, [Trouble::Path(name.to_owned())]);
        assert!(!verified.troubles[0].to_string().contains('\u{202e}'));
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let verified = after(|parts| {
        sign(parts);
        *part(parts, "summary.md") = vec![b' '; 20_000_000];
    });
    let [Trouble::Bomb { name, most }] = verified.troubles.as_slice() else {
        panic!("{:?}", verified.troubles);
    };
    assert!(name == "summary.md" && *most < 10_000);
    let many = after(|parts| {
        parts.extend((0..70).map(|at| (format!("part-{at}"), Vec::new())));
    });
    assert_eq!(many.troubles, [Trouble::TooMany(77)]);
}

#[test]
fn two_parts_of_one_name_are_told() {
    let mut parts = parts(&evidence());
    parts.push(("record.jsonX".to_owned(), b"another".to_vec()));
    let mut bytes = zipped(&parts);
    let wrong = b"record.jsonX";
    while let Some(at) = bytes.windows(wrong.len()).position(|name| name == wrong) {
        bytes[at + wrong.len() - 1] = b'l';
    }
    let verified = verify(&bytes).unwrap();
    assert!(
        verified.troubles.contains(&Trouble::Twice),
        "{:?}",
        verified.troubles
    );
}

#[test]
fn evidence_of_another_version_is_not_drawn_again() {
    let verified = after(|parts| {
        manifest(parts, |manifest| manifest["drawn_by"] = json!("99.0.0"));
    });
    assert!(verified.fits());
    assert!(
        verified.notes[0].contains("not drawn again"),
        "{:?}",
        verified.notes
    );
}

#[test]
fn what_is_no_evidence_is_said_to_be_none() {
    let error = |bytes: &[u8]| verify(bytes).unwrap_err();
    assert!(matches!(error(b""), EvidenceError::NoZip(_)));
    assert!(matches!(
        error(b"PK\x03\x04 and no more"),
        EvidenceError::NoZip(_)
    ));
    let other = zipped(&vec![("holiday.jpg".to_owned(), Vec::new())]);
    assert!(matches!(error(&other), EvidenceError::NoEvidence(_)));
    for wrong in [
        json!({}),
        json!({ "format": "galleria-evidence" }),
        json!([1]),
    ] {
        let wrong = vec![("manifest.json".to_owned(), wrong.to_string().into_bytes())];
        assert!(matches!(
            error(&zipped(&wrong)),
            EvidenceError::NoEvidence(_)
        ));
    }
    let mut newer = parts(&evidence());
    manifest(&mut newer, |manifest| manifest["format_version"] = json!(2));
    assert!(matches!(
        error(&zipped(&newer)),
        EvidenceError::Newer { found: 2 }
    ));
    assert!(matches!(pack(b"no record"), Err(EvidenceError::Record(_))));
}

#[test]
fn no_damage_makes_it_panic() {
    let whole = made_up();
    for nth in 0..64 {
        let mut damaged = whole.clone();
        let at = whole.len() * nth / 64;
        damaged[at] ^= 0xa5;
        drop(verify(&damaged));
        drop(verify(&whole[..at]));
    }
    let name = b"record.jsonl";
    let record = whole.windows(name.len()).position(|at| at == name);
    let mut damaged = whole.clone();
    damaged[record.unwrap() + 200] ^= 0xff;
    assert!(verify(&damaged).is_ok_and(|verified| !verified.fits()));
}
