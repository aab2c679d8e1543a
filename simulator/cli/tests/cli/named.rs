//! What a finding tells a seller's engineer: the mistake by its name, whatever way it shows.

use serde_json::Value;

use crate::support::{KEY, SellerProcess, json, run, told};

/// Checks the seller that these arguments make, and gives the report.
fn report(seller: &[&str], check: &[&str]) -> (i32, Value) {
    let seller = SellerProcess::start(seller);
    let folder = tempfile::tempdir().unwrap();
    let url = ["check", "--url", seller.url(), "--key", KEY, "--seed", "1"];
    let (code, _, err) = told(&run(folder.path(), &[&url[..], check].concat()));
    let path = folder.path().join("galleria-report/report.json");
    assert!(path.exists(), "{err}");
    (code, json(&path))
}

/// The first finding of a rule.
fn finding<'a>(report: &'a Value, id: &str) -> &'a Value {
    let rules = report["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == id).unwrap();
    &rule["findings"][0]
}

#[test]
fn the_cause_is_named_where_the_answer_shows_it() {
    for (fault, rule, cause) in [
        ("quotes-its-token", "AUT001", "key-without-timestamp"),
        ("quotes-its-text", "AUT001", "parameters-unsorted"),
        (
            "length-in-characters",
            "FLD001",
            "content-length-in-characters",
        ),
        (
            "length-in-characters",
            "SIG004",
            "content-length-in-characters",
        ),
        ("encrypts-twice", "ENC002", "encrypted-twice"),
        ("unsigned-derivation", "ENC002", "unsigned-carry-derivation"),
    ] {
        is_named(fault, rule, cause, "cn-v1");
    }
}

#[test]
fn the_cause_is_named_over_the_second_version_too() {
    for (fault, cause) in [
        ("quotes-its-signature", "nonce-and-timestamp-swapped"),
        ("quotes-what-it-signed", "body-digest-uppercase"),
    ] {
        is_named(fault, "AUT001", cause, "cn-v2");
    }
}

/// A check by that book names the cause of a fault, and `explain` knows it.
fn is_named(fault: &str, rule: &str, cause: &str, profile: &str) {
    let (code, report) = report(&["--fault", fault], &["--rule", rule, "--profile", profile]);
    assert_eq!(code, 1, "{fault}");
    let found = finding(&report, rule);
    assert_eq!(found["cause"], cause, "{fault}: {found}");
    let folder = tempfile::tempdir().unwrap();
    let explained = told(&run(folder.path(), &["explain", cause])).1;
    assert!(
        explained.contains(found["fix"].as_str().unwrap()),
        "{explained}"
    );
}

#[test]
fn a_refusal_that_quotes_the_seller_s_token_never_shows_the_key() {
    for (fault, profile) in [
        ("quotes-its-token", "cn-v1"),
        ("quotes-its-signature", "cn-v2"),
        // Over V2 the key stands in the text itself.
        ("quotes-what-it-signed", "cn-v2"),
    ] {
        let (_, report) = report(&["--fault", fault], &["--profile", profile]);
        assert!(!report.to_string().contains(KEY), "{fault}");
    }
}

#[test]
fn bits_demand_the_length_that_the_product_was_released_with() {
    let short = &["--variation", "aes128-contacts-only"];
    let scenario = ["--scenario", "values-of-a-purchase"];
    let code = |bits: &[&str]| report(short, &[&scenario[..], bits].concat()).0;
    assert_eq!(code(&[]), 0);
    assert_eq!(code(&["--bits", "128"]), 0);
    let (code, report) = report(short, &[&scenario[..], &["--bits", "256"]].concat());
    assert_eq!(code, 1);
    let told = finding(&report, "ENC006")["explanation"].to_string();
    assert!(
        told.contains("in the bit length that --bits tells"),
        "{told}"
    );
}
