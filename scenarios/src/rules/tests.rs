//! What holds for every rule, whatever it is about.

use std::collections::BTreeSet;
use std::path::Path;

use super::all;
use crate::proof::{PeerKind, licence_peers, peers};

#[test]
fn ids_and_names_are_given_once() {
    let ids: BTreeSet<_> = all().map(|rule| rule.id).collect();
    let names: BTreeSet<_> = all().map(|rule| rule.name).collect();
    assert_eq!((ids.len(), names.len()), (all().count(), all().count()));
}

#[test]
fn an_id_is_an_area_and_three_digits() {
    for rule in all() {
        let digits = rule.id.strip_prefix(rule.area()).unwrap_or_default();
        assert!(rule.area().len() == 3 && digits.len() == 3, "{}", rule.id);
    }
}

#[test]
fn names_state_the_fault_in_kebab_case() {
    for rule in all() {
        let kebab = rule
            .name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(
            kebab && !rule.name.starts_with("no-") && !rule.name.starts_with("dis"),
            "{}",
            rule.name
        );
    }
}

#[test]
fn every_rule_is_documented_under_the_fixed_headings() {
    let headings = [
        "# What it checks",
        "# Why it matters",
        "# A seller that breaks it",
        "# How to fix",
        "# What a lawful seller may do",
    ];
    for rule in all() {
        let found: Vec<&str> = rule
            .docs
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with('#'))
            .collect();
        assert_eq!(found, headings, "{}", rule.id);
        assert!(!rule.summary().is_empty(), "{}", rule.id);
    }
}

#[test]
fn every_rule_file_is_registered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut files = BTreeSet::new();
    for area in std::fs::read_dir(root).unwrap().filter_map(Result::ok) {
        let Ok(entries) = std::fs::read_dir(area.path()) else {
            continue;
        };
        for file in entries.filter_map(Result::ok) {
            let name = file.file_name().to_string_lossy().into_owned();
            let id: String = name.chars().take(6).collect::<String>().to_uppercase();
            if id.len() == 6 && id[3..].bytes().all(|byte| byte.is_ascii_digit()) {
                files.insert(id);
            }
        }
    }
    let registered: BTreeSet<_> = all().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(files, registered);
}

#[test]
fn a_rule_is_found_in_any_case() {
    assert_eq!(super::find("sig004").map(|rule| rule.id), Some("SIG004"));
    assert!(super::find("SIG999").is_none());
}

/// A new rule shows its freedoms: without sellers that use them, nobody knows that it leaves them.
#[test]
fn every_rule_names_sellers_that_use_its_freedoms() {
    let lawful: BTreeSet<&str> = licence_peers()
        .iter()
        .filter(|peer| peer.kind != PeerKind::Fault || peer.is_abroad())
        .map(|peer| peer.name)
        .collect();
    for rule in all() {
        assert!(!rule.lawful.is_empty(), "{} names none", rule.id);
        for name in rule.lawful {
            assert!(lawful.contains(name), "{} names `{name}`", rule.id);
        }
    }
}

#[test]
fn every_lawful_variation_is_the_freedom_of_a_rule() {
    let used: BTreeSet<&str> = all().flat_map(|rule| rule.lawful).copied().collect();
    for peer in peers()
        .iter()
        .filter(|peer| peer.kind == PeerKind::Variation)
    {
        assert!(used.contains(peer.name), "no rule names {}", peer.name);
    }
}
