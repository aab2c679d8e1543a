//! `galleria fuzz` and `galleria replay`: campaigns, what they keep, and what is played again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{KEY, SellerProcess, json, rules_with, run, told};

/// A campaign against a seller, with these further arguments.
fn campaign(folder: &Path, seller: &SellerProcess, further: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["fuzz", "--url", seller.url(), "--key", KEY, "--seed", "5"];
    arguments.extend(further);
    told(&run(folder, &arguments))
}

fn again(folder: &Path, seller: &SellerProcess, further: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["replay", "--url", seller.url(), "--key", KEY];
    arguments.extend(further);
    told(&run(folder, &arguments))
}

fn crashes(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.join("galleria-fuzz/crashes")) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_campaign_that_holds_says_its_seed_and_what_was_played() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["fuzz", "--cases", "30", "--seed", "3"];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("seed 3"), "{out}");
    assert!(out.contains("30 histories"), "{out}");
    assert!(out.contains("edges were played"), "{out}");
    assert!(crashes(folder.path()).is_empty());
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(report["run"]["verdict"], "pass");
    assert!(rules_with(&report, "pass").contains(&"IDM001".to_owned()));
}

#[test]
fn licence_codes_are_made_and_live_in_any_order() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "fuzz",
        "--profile",
        "licence-code",
        "--cases",
        "150",
        "--seed",
        "3",
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("23 of 23 edges were played (100%)"), "{out}");
    let report = json(&folder.path().join("galleria-report/report.json"));
    let held = rules_with(&report, "pass");
    for rule in ["IDM009", "IDM011", "LIC017", "LIC020", "LIF002", "TST001"] {
        assert!(held.contains(&rule.to_owned()), "{rule}: {held:?}");
    }
}

#[test]
fn a_failure_is_shrunk_kept_replayed_and_removed_once_it_is_fixed() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let (code, out, err) = campaign(folder.path(), &faulty, &["--cases", "300"]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("IDM004: orders-share-instance"), "{out}");
    assert!(
        out.contains("shrunk to 3; 10 of 10 replays failed"),
        "{out}"
    );
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(rules_with(&report, "fail"), ["IDM004"]);
    let kept = crashes(folder.path());
    assert_eq!(kept.len(), 1);
    let text = fs::read_to_string(&kept[0]).unwrap();
    assert!(!text.contains(KEY) && !text.contains("authToken"), "{text}");

    let (code, out, _) = again(folder.path(), &faulty, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.starts_with("FAILED"), "{out}");
    assert!(out.contains("every answer is as it was"), "{out}");

    let right = SellerProcess::start(&[]);
    let file = kept[0].to_str().unwrap();
    let (code, out, _) = again(folder.path(), &right, &[file, "--keep"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.starts_with("FIXED"), "{out}");
    assert!(
        out.contains("is answered `000000, instance 2` now"),
        "{out}"
    );
    assert_eq!(crashes(folder.path()).len(), 1);
    let (code, _, _) = again(folder.path(), &right, &[]);
    assert_eq!((code, crashes(folder.path()).len()), (0, 0));
}

#[test]
fn another_failure_is_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let (code, ..) = campaign(folder.path(), &faulty, &["--cases", "300"]);
    assert_eq!(code, 1);
    let other = SellerProcess::start(&["--fault", "successes-unsigned"]);
    let (code, out, _) = again(folder.path(), &other, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.starts_with("CHANGED") && out.contains("SIG001"),
        "{out}"
    );
    assert_eq!(crashes(folder.path()).len(), 1);
}

#[test]
fn a_history_becomes_a_scenario_that_check_plays() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let (code, ..) = campaign(folder.path(), &faulty, &["--cases", "300"]);
    assert_eq!(code, 1);
    let to = [
        "replay",
        "galleria-fuzz/crashes",
        "--to-scenario",
        "mine/reused.toml",
    ];
    let (code, out, err) = told(&run(folder.path(), &to));
    assert_eq!(code, 0, "{out}{err}");
    let (code, _, err) = told(&run(folder.path(), &to));
    assert_eq!(code, 2);
    assert!(err.contains("exists already"), "{err}");
    let check = [
        "check",
        "--url",
        faulty.url(),
        "--key",
        KEY,
        "--scenarios",
        "mine",
        "--scenario",
        "reused",
    ];
    let (code, out, err) = told(&run(folder.path(), &check));
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("IDM004"), "{out}");
}

#[test]
fn every_distinct_failure_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = SellerProcess::start(&["--fault", "new-id-each-call"]);
    let further = ["--cases", "40", "--continue-on-failure", "--jobs", "4"];
    let (code, out, _) = campaign(folder.path(), &faulty, &further);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("40 histories"), "{out}");
    assert_eq!(
        out.matches("IDM001: retry-gets-new-instance").count(),
        1,
        "{out}"
    );
    assert!(out.contains("seen in"), "{out}");
    assert!(!crashes(folder.path()).is_empty());
}

#[test]
fn a_campaign_that_plays_too_little_of_the_life_cycle_fails_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "fuzz",
        "--cases",
        "1",
        "--seed",
        "3",
        "--min-coverage",
        "100",
    ];
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("less than --min-coverage 100"), "{out}");
    assert!(out.contains("never   "), "{out}");
}

#[test]
fn nobody_there_is_no_failure_of_the_seller() {
    let folder = tempfile::tempdir().unwrap();
    let gone = SellerProcess::start(&[]).url().to_owned();
    let arguments = ["fuzz", "--url", &gone, "--key", KEY, "--cases", "5"];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 3, "{out}{err}");
    assert!(out.contains("the seller could not be reached: "), "{out}");
    assert!(!out.contains("TRN001"), "{out}");
    assert!(crashes(folder.path()).is_empty());
}

#[test]
fn a_folder_that_nothing_can_be_kept_in_is_told_before_anything_is_called() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "mine").unwrap();
    let arguments = ["fuzz", "--cases", "5", "--fuzz-dir", "file"];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 5, "{out}{err}");
    assert!(
        err.contains("file/crashes") && err.contains("--fuzz-dir"),
        "{err}"
    );
    assert!(!folder.path().join("galleria-report").exists());
    assert_eq!(
        fs::read_to_string(folder.path().join("file")).unwrap(),
        "mine"
    );
}

#[test]
fn settings_that_cannot_be_are_told_before_anything_is_called() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, word) in [
        (&["fuzz", "--profile", "cn-v9"][..], "cn-v9"),
        (&["fuzz", "--billing", "weekly"], "weekly"),
        (&["fuzz", "--dictionary", "none.txt"], "none.txt"),
        (
            &["fuzz", "--url", "https://isv.example/p", "--key", KEY],
            "--allow-target",
        ),
        (&["replay"], "galleria-fuzz/crashes"),
        (&["replay", "none.toml"], "none.toml"),
    ] {
        let (code, _, err) = told(&run(folder.path(), arguments));
        assert_eq!(code, 2, "{arguments:?}: {err}");
        assert!(err.contains(word), "{arguments:?}: {err}");
    }
    fs::write(folder.path().join("broken.toml"), "title = 1\n").unwrap();
    let (code, _, err) = told(&run(folder.path(), &["replay", "broken.toml"]));
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("broken.toml:1:"), "{err}");
}
