//! `galleria check` as a user runs it.

use std::fs;

use crate::support::{KEY, SellerProcess, json, rules_with, run, told};

#[test]
fn without_an_address_the_embedded_seller_passes_and_four_reports_exist() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = told(&run(folder.path(), &["check"]));
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("PASS: every judged rule held"), "{out}");
    let reports = folder.path().join("galleria-report");
    for name in ["record.jsonl", "report.json", "junit.xml", "report.html"] {
        assert!(
            fs::metadata(reports.join(name)).unwrap().len() > 1000,
            "{name}"
        );
    }
    let report = json(&reports.join("report.json"));
    assert_eq!(report["run"]["verdict"], "pass");
    assert_eq!(rules_with(&report, "unobserved"), Vec::<String>::new());
    assert_eq!(rules_with(&report, "fail"), Vec::<String>::new());
}

#[test]
fn over_a_socket_the_verdicts_are_those_of_the_embedded_seller() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--probe-port", "0"]);
    let probe = seller.probe();
    let arguments = [
        "check",
        "--url",
        seller.url(),
        "--key",
        KEY,
        "--effect-probe",
        &probe,
        "--report",
        "json=out.json",
    ];
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}");
    run(folder.path(), &["check", "--report", "json=embedded.json"]);
    let verdicts = |name: &str| {
        let report = json(&folder.path().join(name));
        let rules = report["rules"].as_array().unwrap().clone();
        rules
            .into_iter()
            .map(|rule| (rule["id"].clone(), rule["verdict"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(verdicts("out.json"), verdicts("embedded.json"));
}

#[test]
fn the_same_seller_can_be_checked_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    for _ in 0..3 {
        let arguments = ["check", "--url", seller.url(), "--key", KEY, "--seed", "7"];
        let (code, out, _) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 0, "{out}");
    }
}

#[test]
fn a_failing_run_says_what_is_wrong_and_how_to_mend_it() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "signs-key-and-timestamp"]);
    let (code, out, _) = told(&run(
        folder.path(),
        &["check", "--url", seller.url(), "--key", KEY],
    ));
    assert_eq!(code, 1);
    for text in [
        "SIG004 signature-wrong",
        "signed-with-key-and-timestamp",
        "curl -i 'http://",
    ] {
        assert!(out.contains(text), "{text} is missing in\n{out}");
    }
    assert!(!out.contains(KEY));
}

#[test]
fn json_on_standard_output_is_pure() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["check", "--report", "json=-"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["format_version"], 1);
}

#[test]
fn a_part_can_be_played_and_judged() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "check",
        "--scenario",
        "purchase-rep*",
        "--rule",
        "IDM*",
        "--report",
        "json=out.json",
    ];
    assert_eq!(told(&run(folder.path(), &arguments)).0, 0);
    let report = json(&folder.path().join("out.json"));
    assert_eq!(report["scenarios"].as_array().unwrap().len(), 1);
    let judged = rules_with(&report, "pass");
    assert!(judged.contains(&"IDM001".to_owned()), "{judged:?}");
    assert!(judged.iter().all(|id| id.starts_with("IDM")), "{judged:?}");
}

#[test]
fn a_dry_run_calls_nobody_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = told(&run(folder.path(), &["check", "--dry-run"]));
    assert_eq!(code, 0);
    assert!(out.contains("paid-life") && out.contains("SIG004"), "{out}");
    assert!(!folder.path().join("galleria-report").exists());
}

#[test]
fn a_safe_run_makes_test_calls_only() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        told(&run(
            folder.path(),
            &["check", "--safe", "--report", "json=out.json"]
        ))
        .0,
        0
    );
    let report = json(&folder.path().join("out.json"));
    for exchange in report["exchanges"].as_array().unwrap() {
        let url = exchange["request"]["url"].as_str().unwrap();
        assert!(url.contains("testFlag=1"), "{url}");
    }
}

#[test]
fn a_known_failure_is_excused_until_it_is_stale() {
    let folder = tempfile::tempdir().unwrap();
    let known = "[[known-failure]]\nrule = \"SIG004\"\nreason = \"mended in the next release\"\n";
    fs::write(folder.path().join("known.toml"), known).unwrap();
    let seller = SellerProcess::start(&["--fault", "signature-in-hex"]);
    let arguments = [
        "check",
        "--url",
        seller.url(),
        "--key",
        KEY,
        "--known-failures",
        "known.toml",
    ];
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("mended in the next release"), "{out}");
    let (code, out, _) = told(&run(
        folder.path(),
        &["check", "--known-failures", "known.toml"],
    ));
    assert_eq!(code, 1, "{out}");
}

#[test]
fn a_seller_that_knows_its_own_products_is_asked_for_those() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "check",
        "--product-id",
        "00301-000001-0--0",
        "--sku-code",
        "my-sku",
        "--report",
        "json=out.json",
    ];
    assert_eq!(told(&run(folder.path(), &arguments)).0, 0);
    let report = json(&folder.path().join("out.json"));
    let urls = report["exchanges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["request"]["url"].as_str().unwrap());
    let mut purchases =
        urls.filter(|url| url.contains("activity=newInstance") && !url.contains("testFlag=1"));
    assert!(
        purchases.all(
            |url| url.contains("productId=00301-000001-0--0") && url.contains("skuCode=my-sku")
        )
    );
}

#[test]
fn should_rules_do_not_fail_a_run_that_asks_for_must_alone() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "refusals-unsigned"]);
    let check = ["check", "--url", seller.url(), "--key", KEY];
    assert_eq!(told(&run(folder.path(), &check)).0, 1);
    let lenient = [&check[..], &["--fail-on", "must"]].concat();
    assert_eq!(told(&run(folder.path(), &lenient)).0, 0);
}

#[test]
fn scenarios_of_ones_own_are_played() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    let text = "title = 'Mine'\nabout = 'Buys and loses the answer.'\n\
        [[step]]\nverb = 'lose-answer'\nactivity = 'newInstance'\n[[step]]\nverb = 'resend'\n";
    fs::write(folder.path().join("mine/lost-purchase.toml"), text).unwrap();
    let arguments = ["check", "--scenarios", "mine", "--scenario", "lost-*"];
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("lost-purchase"), "{out}");
}

#[test]
fn a_certificate_that_insecure_lets_pass_is_told_and_fails_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "certificate-expired"]);
    let arguments = ["--key", KEY, "--insecure", "--report", "json=out.json"];
    let arguments = [&["check", "--url", seller.url()], &arguments[..]].concat();
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}");
    let report = json(&folder.path().join("out.json"));
    assert_eq!(rules_with(&report, "unobserved"), ["TRN013"]);
    let rules = report["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "TRN013").unwrap();
    let reason = rule["reason"].as_str().unwrap();
    assert!(reason.contains("--insecure lets pass"), "{reason}");
}
