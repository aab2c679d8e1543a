//! `galleria probe` as a user runs it.

use serde_json::Value;

use crate::support::{KEY, SellerProcess, run, told};

fn probe(url: &str, arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut all = vec!["probe", "--url", url, "--key", KEY];
    all.extend(arguments);
    told(&run(folder.path(), &all))
}

fn numbers(url: &str, arguments: &[&str]) -> Value {
    let (code, out, err) = probe(url, &[arguments, &["--json"]].concat());
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).expect("JSON alone")
}

#[test]
fn the_window_of_v2_is_found_to_the_second() {
    let seller = SellerProcess::start(&["--probe-port", "0"]);
    let found = numbers(seller.url(), &["--profile", "cn-v2"]);
    let edge = serde_json::json!({"accepted": 60, "refused": 61});
    // A call that is made at the end of a second may be older when it comes.
    let past = &found["skew"]["past_s"];
    assert!(
        past["accepted"]
            .as_u64()
            .is_some_and(|age| (58..=60).contains(&age)),
        "{past}"
    );
    assert_eq!(found["skew"]["future_s"]["refused"], edge["refused"]);
    assert_eq!(found["nonce"]["replay_refused"], true);
    assert_eq!(found["nonce"]["refused_behind_others"], true);
    assert!(found["calls"].as_u64().unwrap() < 150, "{found}");
}

#[test]
fn v1_has_no_window_and_no_nonce() {
    let seller = SellerProcess::start(&[]);
    let found = numbers(seller.url(), &[]);
    assert_eq!(found["skew"]["past_s"]["refused"], Value::Null);
    assert_eq!(found["nonce"], Value::Null);
    assert_eq!(found["longest"][0]["edge"]["accepted"], 4096);
    assert!(found["times"]["cold_us"].is_u64());
    let (_, out, _) = probe(seller.url(), &["--part", "skew"]);
    let past = "into the past    30 days accepted, more was not tried";
    assert!(out.contains(past), "{out}");
    let (code, out, err) = probe(seller.url(), &["--part", "longest"]);
    assert_eq!(code, 0);
    assert!(out.contains("4096 accepted, more was not tried"), "{out}");
    assert!(
        err.contains("measuring longest") && !err.contains("measuring skew"),
        "{err}"
    );
    assert!(!out.contains(KEY));
}

#[test]
fn a_seller_without_a_memory_for_nonces_is_seen() {
    let seller = SellerProcess::start(&["--fault", "nonce-forgotten"]);
    let found = numbers(seller.url(), &["--profile", "cn-v2", "--part", "nonce"]);
    assert_eq!(found["nonce"]["replay_refused"], false);
}

#[test]
fn trouble_is_told() {
    let seller = SellerProcess::start(&[]);
    let url = seller.url().to_owned();
    let (code, _, err) = probe(&url, &["--part", "speed"]);
    assert_eq!(code, 2);
    assert!(err.contains("there is no part of a probe `speed`"), "{err}");
    let (code, _, err) = probe("http://isv.example/p", &[]);
    assert_eq!(code, 2);
    assert!(err.contains("--allow-target isv.example"), "{err}");
    let folder = tempfile::tempdir().unwrap();
    let wrong = ["probe", "--url", &url, "--key", "another-fake-key"];
    let (code, _, err) = told(&run(folder.path(), &wrong));
    assert_eq!(code, 4);
    assert!(err.contains("resultCode 000001"), "{err}");
    drop(seller);
    assert_eq!(probe(&url, &[]).0, 3);
}
