//! `galleria check --with order-notify`: notices of orders, embedded and over a socket.

use std::path::Path;

use crate::support::{KEY, SellerProcess, json, rules_with, run, told};

/// Checks a seller in a process of its own.
fn check(folder: &Path, seller: &[&str], further: &[&str]) -> (i32, String, String) {
    let seller = SellerProcess::start(seller);
    let mut arguments = vec!["check", "--url", seller.url(), "--key", KEY];
    arguments.extend(["--profile", "cn-v2", "--with", "order-notify"]);
    arguments.extend(["--scenario", "order-notice*", "--report", "json=out.json"]);
    arguments.extend(further);
    told(&run(folder, &arguments))
}

fn failed(folder: &Path) -> Vec<String> {
    let mut rules = rules_with(&json(&folder.join("out.json")), "fail");
    rules.sort();
    rules
}

#[test]
fn the_embedded_seller_takes_notices() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "check",
        "--profile",
        "cn-v2",
        "--with",
        "order-notify",
        "--report",
        "json=out.json",
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}{err}");
    let held = rules_with(&json(&folder.path().join("out.json")), "pass");
    for rule in ["NTF001", "NTF002"] {
        assert!(held.iter().any(|held| held == rule), "{rule}");
    }
}

#[test]
fn a_seller_may_have_them_at_its_one_address_under_its_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = check(folder.path(), &[], &[]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn an_address_and_a_key_of_their_own_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("generic-key");
    std::fs::write(&key, "obviously-fake-generic-key").unwrap();
    let key = key.display().to_string();
    let own = ["--generic-key-file", &key];
    let seller = [&own[..], &["--order-notify-path", "/orders"]].concat();
    let (code, out, err) = check(folder.path(), &seller, &seller);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = check(folder.path(), &seller, &["--order-notify-path", "/orders"]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(failed(folder.path()).contains(&"AUT001".to_owned()));
    let report = std::fs::read_to_string(folder.path().join("out.json")).unwrap();
    for text in [out, err, report] {
        assert!(!text.contains("obviously-fake-generic-key"));
    }
}

#[test]
fn a_fault_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let seller = ["--fault", "notice-retry-refused"];
    let (code, out, err) = check(folder.path(), &seller, &[]);
    assert_eq!(code, 1, "{out}{err}");
    assert_eq!(failed(folder.path()), ["NTF002"]);
}

#[test]
fn without_it_nobody_hears_of_notices() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["check", "--profile", "cn-v2", "--report", "json=out.json"];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}{err}");
    let report = std::fs::read_to_string(folder.path().join("out.json")).unwrap();
    assert!(!report.contains("NTF001") && !report.contains("orderNotify"));
}

#[test]
fn what_does_not_fit_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |further: &[&str]| {
        let mut arguments = vec!["check"];
        arguments.extend(further);
        let (code, _, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 2, "{err}");
        err
    };
    let at = ["--url", "http://127.0.0.1:1/produceAPI", "--key", KEY];
    let v1 = refused(&["--with", "order-notify"]);
    assert!(v1.contains("--profile cn-v2"), "{v1}");
    let path = ["--profile", "cn-v2", "--order-notify-path", "orders"];
    let unused = refused(&[&at[..], &path].concat());
    assert!(unused.contains("add --with order-notify"), "{unused}");
    let unslashed = refused(&[&at[..], &path, &["--with", "order-notify"]].concat());
    assert!(unslashed.contains("must begin with a slash"), "{unslashed}");
    assert!(refused(&path).contains("no --url"));
}
