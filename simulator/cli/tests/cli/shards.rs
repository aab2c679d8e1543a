//! A run that is split up, and its records joined.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{KEY, SellerProcess, json, run, told};

fn scenarios(folder: &Path, report: &str) -> Vec<String> {
    let report = json(&folder.join(report));
    let all = report["scenarios"].as_array().unwrap().iter();
    all.map(|scenario| scenario["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn shards_are_the_whole_and_their_join_has_its_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "new-id-each-call"]);
    let mut seen = Vec::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let to = format!("shard-{}", &shard[..1]);
        let check = ["check", "--url", seller.url(), "--key", KEY];
        let check = [&check[..], &["--shard", shard, "--report-dir", &to]].concat();
        run(folder.path(), &check);
        seen.extend(scenarios(folder.path(), &format!("{to}/report.json")));
    }
    let unique: BTreeSet<_> = seen.iter().collect();
    assert_eq!(unique.len(), seen.len());
    let records = [
        "shard-2/record.jsonl",
        "shard-1/record.jsonl",
        "shard-3/record.jsonl",
    ];
    let merge = ["--out", "all.jsonl", "--report", "json=all.json"];
    let merge = [&["report", "merge"], &records[..], &merge].concat();
    let (code, out, err) = told(&run(folder.path(), &merge));
    assert_eq!(code, 1, "{err}");
    assert!(out.contains("FAIL: 1 rule failed"), "{out}");
    let joined = scenarios(folder.path(), "all.json");
    assert_eq!(joined.iter().collect::<BTreeSet<_>>(), unique);
    let report = json(&folder.path().join("all.json"));
    assert_eq!(report["run"]["part"], false);
    let (code, _, _) = told(&run(folder.path(), &["report", "all.jsonl"]));
    assert_eq!(code, 0);
}

#[test]
fn a_run_of_which_a_shard_is_missing_is_not_green() {
    let folder = tempfile::tempdir().unwrap();
    for shard in ["1/3", "3/3"] {
        let to = format!("shard-{}", &shard[..1]);
        run(
            folder.path(),
            &["check", "--shard", shard, "--report-dir", &to],
        );
    }
    let records = ["shard-1/record.jsonl", "shard-3/record.jsonl"];
    let merge = |records: &[&str]| {
        let arguments = [&["report", "merge"], records, &["--out", "all.jsonl"]].concat();
        told(&run(folder.path(), &arguments))
    };
    let (code, _, err) = merge(&records);
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("there is no record of shard 2/3"), "{err}");
    run(
        folder.path(),
        &["check", "--shard", "2/3", "--report-dir", "shard-2"],
    );
    let (code, _, err) = merge(&[&records[..], &["shard-2/record.jsonl"]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(!err.contains("no record of"), "{err}");
}

#[test]
fn records_that_do_not_belong_together_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["check", "--report-dir", "one"]);
    run(
        folder.path(),
        &["check", "--report-dir", "v2", "--profile", "cn-v2"],
    );
    let merge = |records: &[&str], out: &str| {
        let arguments = [&["report", "merge"], records, &["--out", out]].concat();
        let (code, _, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 2, "{err}");
        err
    };
    let (one, two) = ("one/record.jsonl", "v2/record.jsonl");
    assert!(merge(&[one, two], "all").contains("the profile is cn-v1 there and cn-v2 here"));
    assert!(merge(&[one, one], "all").contains("was a shard given twice?"));
    let before = fs::read(folder.path().join(one)).unwrap();
    assert!(merge(&[one, two], one).contains("--out would overwrite it"));
    assert_eq!(fs::read(folder.path().join(one)).unwrap(), before);
    assert!(!folder.path().join("all").exists());
}

#[test]
fn a_share_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (shard, wanted) in [("4/3", "such as 2/5"), ("900/999", "is empty")] {
        let (code, _, err) = told(&run(folder.path(), &["check", "--shard", shard]));
        assert_eq!(code, 2);
        assert!(err.contains(wanted), "{err}");
    }
}
