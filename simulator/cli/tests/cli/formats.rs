//! Every format, drawn by a check and drawn again from its record.

use std::fs;

use crate::support::{KEY, SellerProcess, json, run, told};

const FORMATS: [&str; 10] = [
    "json", "junit", "html", "markdown", "sarif", "tap", "github", "csv", "badge", "har",
];

#[test]
fn a_record_draws_every_format_as_the_run_did() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "signature-in-hex"]);
    let wanted = |prefix: &str| -> Vec<String> {
        let format = |name: &&str| ["--report".to_owned(), format!("{name}={prefix}/{name}")];
        FORMATS.iter().flat_map(format).collect()
    };
    let drawn = wanted("once");
    let mut arguments = vec!["check", "--url", seller.url(), "--key", KEY];
    arguments.extend(drawn.iter().map(String::as_str));
    let (code, _, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 1, "{err}");
    let again = wanted("again");
    let mut arguments = vec!["report", "galleria-report/record.jsonl"];
    arguments.extend(again.iter().map(String::as_str));
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    for name in FORMATS {
        let read = |prefix: &str| fs::read(folder.path().join(prefix).join(name)).unwrap();
        assert!(read("once").len() > 60, "{name}");
        assert_eq!(read("once"), read("again"), "{name}");
    }
    let sarif = json(&folder.path().join("once/sarif"));
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    let file = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(file.starts_with("scenarios/catalog/"), "{file}");
    assert!(place["region"]["startLine"].as_u64().unwrap() > 1);
}

#[test]
fn a_scenario_of_ones_own_is_pointed_at_by_its_path() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    let text =
        "title = 'Mine'\nabout = 'Buys.'\n\n[[step]]\nverb = 'send'\nactivity = 'newInstance'\n";
    fs::write(folder.path().join("mine/buy.toml"), text).unwrap();
    let seller = SellerProcess::start(&["--fault", "signature-in-hex"]);
    let arguments = [
        "--scenarios",
        "mine",
        "--scenario",
        "buy",
        "--report",
        "github=-",
    ];
    let arguments = [
        &["check", "--url", seller.url(), "--key", KEY],
        &arguments[..],
    ]
    .concat();
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 1);
    let start = "::error file=mine/buy.toml,line=4,title=SIG004 signature-wrong::";
    assert!(out.starts_with(start), "{out}");
}

#[test]
fn a_report_that_cannot_be_written_does_not_silence_the_others() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(told(&run(folder.path(), &["check"])).0, 0);
    fs::create_dir(folder.path().join("taken")).unwrap();
    let arguments = [
        "report",
        "galleria-report/record.jsonl",
        "--report",
        "tap=taken",
        "--report",
        "badge=badge.json",
    ];
    let (code, _, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 5, "{err}");
    assert!(
        err.contains("error: taken: the report cannot be written"),
        "{err}"
    );
    assert_eq!(
        json(&folder.path().join("badge.json"))["color"],
        "brightgreen"
    );
}

#[test]
fn a_report_that_cannot_be_written_is_told_before_the_first_call() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("taken")).unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check", "--report", "sarif=taken"]));
    assert_eq!(code, 5, "{err}");
    assert!(!folder.path().join("galleria-report/report.json").exists());
}

#[test]
fn two_runs_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["check", "--report-dir", "before"]);
    let seller = SellerProcess::start(&["--fault", "signature-in-hex"]);
    let check = [
        "check",
        "--url",
        seller.url(),
        "--key",
        KEY,
        "--report-dir",
        "after",
    ];
    run(folder.path(), &check);
    let (before, after) = ("before/record.jsonl", "after/record.jsonl");
    let (code, out, _) = told(&run(folder.path(), &["report", before, after, "--diff"]));
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("BROKE") && out.contains("SIG004"), "{out}");
    let back = ["report", after, before, "--diff", "--format", "json"];
    let (code, out, _) = told(&run(folder.path(), &back));
    assert_eq!(code, 0, "{out}");
    let diff: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(diff["counts"]["mended"], 1);
    for wrong in [
        &["report", before, "--diff"][..],
        &["report", before, after],
    ] {
        let (code, _, err) = told(&run(folder.path(), wrong));
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("--diff"), "{err}");
    }
}
