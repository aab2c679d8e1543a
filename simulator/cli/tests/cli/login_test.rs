//! `galleria login-test` against `galleria seller`, each a process of its own.

use std::path::Path;

use crate::support::{KEY, SellerProcess, galleria, run, told};

/// Tries the login of a seller with these flags; both are told the same key of the kit's V2.
fn tried(folder: &Path, seller: &[&str], further: &[&str]) -> (i32, String, String) {
    tried_at(folder, seller, |origin| format!("{origin}/login"), further)
}

/// Tries a login whose address is told of the seller's origin.
fn tried_at(
    folder: &Path,
    seller: &[&str],
    login: impl Fn(&str) -> String,
    further: &[&str],
) -> (i32, String, String) {
    let public_key = folder.join("public.pem").display().to_string();
    let started = [&["--kit-public-key-out", &public_key], seller].concat();
    let seller = SellerProcess::start(&started);
    let origin = seller.url().trim_end_matches("/produceAPI").to_owned();
    let mut command = galleria();
    command.current_dir(folder).env("GALLERIA_KEY", KEY);
    command.args(["login-test", "--url", seller.url()]);
    command.args(["--login-url", &login(&origin)]);
    command.args(["--kit-public-key", &public_key]);
    told(&command.args(further).output().expect("the binary runs"))
}

const PATHS: [&str; 4] = ["--logout-path", "/logout", "--admin-path", "/admin"];

#[test]
fn the_login_of_the_reference_seller_holds_every_rule() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = tried(folder.path(), &[], &PATHS);
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.contains("21 rules held, 0 failed, 1 were not judged"),
        "{out}"
    );
}

#[test]
fn a_login_that_is_wrong_is_told_with_its_rule() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-secret-sealed"];
    let (code, out, err) = tried(folder.path(), &fault, &PATHS);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("FAIL        SSO004"), "{out}");
    assert!(
        out.contains("The client_secret is still encrypted."),
        "{out}"
    );
}

#[test]
fn what_is_only_observed_does_not_fail_and_json_is_pure() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-cookie-readable"];
    let (code, out, err) = tried(folder.path(), &fault, &["--json"]);
    assert_eq!(code, 0, "{out}{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rules = report["rules"].as_array().unwrap();
    let verdict = |id: &str| {
        let rule = rules.iter().find(|rule| rule["id"] == id).unwrap();
        rule["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict("SSO014"), "fail");
    assert_eq!(verdict("SSO015"), "not-applicable");
    assert_eq!(verdict("SSO016"), "not-applicable");
}

#[test]
fn a_token_that_is_never_renewed_is_told_and_a_session_of_ones_own_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-token-never-renewed"];
    let (code, out, err) = tried(folder.path(), &fault, &[]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("FAIL        SSO019"), "{out}");
    let other = tempfile::tempdir().unwrap();
    let lawful = ["--variation", "login-own-session-only"];
    let (code, out, err) = tried(other.path(), &lawful, &[]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("unobserved  SSO019"), "{out}");
    assert!(out.contains("its session is its own"), "{out}");
}

#[test]
fn a_login_of_cas_is_tried_with_tickets() {
    let folder = tempfile::tempdir().unwrap();
    let further = [&PATHS[..], &["--cas"]].concat();
    let (code, out, err) = tried(folder.path(), &[], &further);
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.contains("14 rules held, 0 failed, 8 were not judged"),
        "{out}"
    );
    let other = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-ticket-refusal-ignored"];
    let further = ["--cas", "--lang", "zh"];
    let (code, out, err) = tried(other.path(), &fault, &further);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("authenticationSuccess"), "{out}");
    assert!(!out.contains("ticket that"), "{out}");
}

#[test]
fn the_usual_reports_are_written_of_a_login_test() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-role-ignored"];
    let asked = [
        "--report-dir",
        "out",
        "--report",
        "sarif=out/report.sarif",
        "--report",
        "markdown=-",
    ];
    let further = [&PATHS[..], &asked].concat();
    let (code, markdown, err) = tried(folder.path(), &fault, &further);
    assert_eq!(code, 1, "{markdown}{err}");
    assert!(err.contains("FAIL        SSO015"), "{err}");
    let read = |name: &str| std::fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let (junit, html, sarif) = (read("junit.xml"), read("report.html"), read("report.sarif"));
    for text in [&markdown, &junit, &html, &sarif] {
        assert!(text.contains("SSO015"), "{text}");
        assert!(text.contains("sees the page for administrators"), "{text}");
        assert!(
            !text.contains("call 0") && !text.contains("call-0"),
            "{text}"
        );
    }
    let report: serde_json::Value = serde_json::from_str(&read("report.json")).unwrap();
    let rules = report["rules"].as_array().unwrap();
    let role = rules.iter().find(|rule| rule["id"] == "SSO015").unwrap();
    assert_eq!(role["verdict"], "fail");
    let ticket = rules.iter().find(|rule| rule["id"] == "SSO022").unwrap();
    assert_eq!(ticket["verdict"], "not-applicable");
    // The record is one as any other.
    let again = ["report", "out/record.jsonl", "--report", "tap=-"];
    let (_, tap, err) = told(&run(folder.path(), &again));
    assert!(tap.contains("SSO015"), "{tap}{err}");
}

#[test]
fn a_seller_that_cannot_be_tried_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let refuses = ["--fault", "kit-credential-refused"];
    let (code, out, err) = tried(folder.path(), &refuses, &[]);
    assert_eq!(code, 4, "{out}{err}");
    assert!(err.contains("tenantSync was not accepted"), "{err}");
    std::fs::write(
        folder.path().join("key.pem"),
        galleria_seller::kit::TEST_PUBLIC_KEY,
    )
    .unwrap();
    let at = |url: &str, login: &str| {
        let arguments = [
            "login-test",
            "--url",
            url,
            "--login-url",
            login,
            "--key",
            KEY,
            "--kit-public-key",
            "key.pem",
        ];
        let (code, _, err) = told(&run(folder.path(), &arguments));
        (code, err)
    };
    let gone = "http://127.0.0.1:1/produceAPI";
    assert_eq!(at(gone, "http://127.0.0.1:1/login").0, 3);
    let (code, err) = at(gone, "https://seller.example/login");
    assert!(code == 2 && err.contains("--allow-target"), "{err}");
    let (code, err) = at(gone, "login");
    assert!(code == 2 && err.contains("--login-url"), "{err}");
}

#[test]
fn a_login_address_that_leads_nowhere_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let absent = |origin: &str| format!("{origin}/nowhere");
    let (code, out, err) = tried_at(folder.path(), &[], absent, &[]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("not there (404)"), "{out}");
    assert!(out.contains("0 rules held, 1 failed"), "{out}");
    let silent = |_: &str| "http://127.0.0.1:1/login".to_owned();
    let other = tempfile::tempdir().unwrap();
    let (code, out, err) = tried_at(other.path(), &[], silent, &[]);
    assert_eq!(code, 3, "{out}{err}");
    assert!(err.contains("gives no answer"), "{err}");
}

#[test]
fn a_login_test_is_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "login-role-ignored"];
    let further = [&PATHS[..], &["--lang", "zh"]].concat();
    let (code, out, err) = tried(folder.path(), &fault, &further);
    assert_eq!(code, 1, "{out}{err}");
    assert!(
        out.contains("角色为 user 的账号可以看到管理员页面"),
        "{out}"
    );
    assert!(!out.contains("account"), "{out}");
}

#[test]
fn the_rules_of_the_login_are_listed_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&run(folder.path(), &["rules"]));
    assert!(code == 0 && out.contains("SSO022"), "{out}{err}");
    let json = ["rules", "--format", "json"];
    let (_, out, _) = told(&run(folder.path(), &json));
    let rules: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rules = rules["rules"].as_array().unwrap();
    let of_login = rules
        .iter()
        .filter(|rule| rule["judged_by"] == "login-test");
    assert_eq!(of_login.count(), 22);
    let ticket = rules.iter().find(|rule| rule["id"] == "SSO022").unwrap();
    assert!(
        ticket["summary"]
            .as_str()
            .unwrap()
            .contains("serviceValidate")
    );
    for name in ["sso004", "client-of-tenant-wrong"] {
        let (code, out, err) = told(&run(folder.path(), &["explain", name]));
        assert!(
            code == 0 && out.contains("under its client id"),
            "{out}{err}"
        );
    }
    let chinese = ["explain", "SSO016", "--lang", "zh"];
    let (code, out, err) = told(&run(folder.path(), &chinese));
    assert!(code == 0 && out.contains("退出登录"), "{out}{err}");
    assert!(!out.contains("Behind a logout"), "{out}");
}
