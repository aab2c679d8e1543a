//! Everything that reads foreign bytes, over the corpus of the fuzz targets: real answers, nasty ones,
//! and whatever made a reader fail once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use galleria::foreign::READERS;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus")
}

/// The names in a folder, in their order.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    entries
        .map(|entry| name(entry.expect("it can be read")))
        .collect()
}

#[test]
fn every_reader_has_a_target_and_a_corpus() {
    let known: BTreeSet<String> = READERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&corpus()), known);
    let targets = names(&corpus().join("../fuzz_targets"));
    let files: BTreeSet<String> = known.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(targets, files);
}

#[test]
fn nothing_of_the_corpus_makes_a_reader_panic_whole_or_cut() {
    for (name, read) in READERS {
        let folder = corpus().join(name);
        let files = names(&folder);
        assert!(files.len() >= 3, "{name} has {} files", files.len());
        for file in files {
            println!("{name}/{file}");
            let bytes = fs::read(folder.join(&file)).expect("it can be read");
            read(&bytes);
            // Cut at some eighty places: what is broken off is what sellers send most.
            let step = bytes.len() / 80 + 1;
            for end in (0..bytes.len()).step_by(step) {
                read(&bytes[..end]);
            }
        }
    }
}
