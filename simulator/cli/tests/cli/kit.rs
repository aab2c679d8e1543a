//! `galleria check --with kit`: the calls of joint-operation products, embedded and over a socket.

use std::path::Path;

use crate::support::{KEY, SellerProcess, galleria, json, rules_with, run, told};

const KIT_KEY: &str = "obviously-fake-kit-key";

/// Checks a seller in a process of its own over the kit.
fn check(folder: &Path, profile: &str, seller: &[&str], further: &[&str]) -> (i32, String, String) {
    let public_key = folder.join("public.pem").display().to_string();
    let key = folder.join("kit-key").display().to_string();
    std::fs::write(folder.join("kit-key"), KIT_KEY).unwrap();
    let mut started = vec!["--kit-public-key-out", &public_key, "--kit-key-file", &key];
    started.extend(seller);
    let seller = SellerProcess::start(&started);
    let mut command = galleria();
    command.current_dir(folder).env("GALLERIA_KEY", KEY);
    command.env("GALLERIA_KIT_KEY", KIT_KEY);
    command.args(["check", "--url", seller.url(), "--profile", profile]);
    command.args(["--with", "kit", "--kit-public-key", &public_key]);
    command.args(["--scenario", "kit-*", "--report", "json=out.json"]);
    told(&command.args(further).output().unwrap())
}

fn kit_rules(folder: &Path, verdict: &str) -> Vec<String> {
    let mut rules = rules_with(&json(&folder.join("out.json")), verdict);
    rules.retain(|rule| rule.starts_with("KIT"));
    rules.sort();
    rules
}

#[test]
fn the_embedded_seller_has_the_kit_in_both_versions() {
    for (profile, held) in [("cn-v1", 17), ("cn-v2", 19)] {
        let folder = tempfile::tempdir().unwrap();
        let arguments = [
            "check",
            "--profile",
            profile,
            "--with",
            "kit",
            "--report",
            "json=out.json",
        ];
        let (code, out, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 0, "{out}{err}");
        assert_eq!(kit_rules(folder.path(), "pass").len(), held, "{profile}");
        assert!(kit_rules(folder.path(), "unobserved").is_empty());
    }
}

#[test]
fn without_it_nobody_hears_of_the_kit() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&run(folder.path(), &["check", "--report", "json=out.json"]));
    assert_eq!(code, 0, "{out}{err}");
    let told = std::fs::read_to_string(folder.path().join("out.json")).unwrap();
    assert!(!told.contains("KIT001") && !told.contains("tenantSync"));
}

#[test]
fn a_seller_over_a_socket_is_right_and_its_fault_is_told() {
    for profile in ["cn-v1", "cn-v2"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, out, err) = check(folder.path(), profile, &[], &[]);
        assert_eq!(code, 0, "{profile}: {out}{err}");
    }
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "kit-users-limited-to-100"];
    let (code, out, err) = check(folder.path(), "cn-v2", &fault, &[]);
    assert_eq!(code, 1, "{out}{err}");
    assert_eq!(kit_rules(folder.path(), "fail"), ["KIT008"]);
}

#[test]
fn no_key_of_the_kit_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "kit-signature-not-checked"];
    let (_, out, err) = check(folder.path(), "cn-v2", &fault, &["-vv"]);
    let report = std::fs::read_to_string(folder.path().join("out.json")).unwrap();
    for text in [out, err, report] {
        assert!(!text.contains(KIT_KEY) && !text.contains(KEY));
    }
}

#[test]
fn keys_that_are_missing_or_unfit_are_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("no-key.pem"), "no key").unwrap();
    std::fs::write(folder.path().join("kit-key"), KIT_KEY).unwrap();
    let asked = |further: &[&str]| {
        let mut arguments = vec![
            "check",
            "--url",
            "http://127.0.0.1:1/produceAPI",
            "--key",
            KEY,
        ];
        arguments.extend(["--profile", "cn-v2"]);
        arguments.extend(further);
        let (code, _, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 2, "{err}");
        err
    };
    let key = ["--with", "kit", "--kit-key-file", "kit-key"];
    assert!(asked(&["--with", "kit"]).contains("GALLERIA_KIT_KEY"));
    assert!(asked(&key).contains("--kit-public-key FILE"));
    let unfit = asked(&[&key[..], &["--kit-public-key", "no-key.pem"]].concat());
    assert!(unfit.contains("this is no RSA key"), "{unfit}");
    assert!(asked(&["--kit-key-file", "kit-key"]).contains("add --with kit"));
    let hash = ["--kit-oaep-hash", "md5"];
    assert!(asked(&hash).contains("sha256-mgf1-sha1"));
}
