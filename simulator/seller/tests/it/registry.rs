//! The tables hold every file of their folders, and every entry is fit to be shown.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use galleria_seller::{Entry, faults, variations};

/// `area/some-name` of every file under `src/folder/*/`.
fn files(folder: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join(folder);
    let mut names = BTreeSet::new();
    for area in fs::read_dir(root).unwrap().map(Result::unwrap) {
        if !area.path().is_dir() {
            continue;
        }
        for file in fs::read_dir(area.path()).unwrap().map(Result::unwrap) {
            let name = file
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .replace('_', "-");
            names.insert(format!("{}/{name}", area.file_name().to_string_lossy()));
        }
    }
    names
}

fn entries(all: &[Entry]) -> BTreeSet<String> {
    all.iter()
        .map(|entry| format!("{}/{}", entry.area, entry.name))
        .collect()
}

#[test]
fn every_file_has_its_line() {
    assert_eq!(files("faults"), entries(faults::all()));
    assert_eq!(files("variations"), entries(variations::all()));
}

#[test]
fn names_are_unique() {
    let all: Vec<_> = faults::all().iter().chain(variations::all()).collect();
    let names: BTreeSet<_> = all.iter().map(|entry| entry.name).collect();
    assert_eq!(names.len(), all.len());
}

#[test]
fn every_entry_says_what_it_does_in_one_sentence() {
    for entry in faults::all().iter().chain(variations::all()) {
        assert!(
            entry.about.ends_with('.'),
            "{}: {}",
            entry.name,
            entry.about
        );
    }
}

#[test]
fn entries_are_found_by_name() {
    assert_eq!(
        faults::find("token-not-checked").unwrap().area,
        "authentication"
    );
    assert!(faults::find("no-such-fault").is_none());
    assert!(variations::find("chunked").is_some());
}
