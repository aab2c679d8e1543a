//! `galleria debug`: the platform's checks in its order, its message, the saved case.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{KEY, SellerProcess, run, told};

const SECRET: &str = KEY;

/// One call of the debug step.
fn debug(folder: &Path, seller: &SellerProcess, more: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["debug", "--url", seller.url(), "--key", SECRET];
    arguments.extend(more);
    let (code, out, err) = told(&run(folder, &arguments));
    assert!(!out.contains(SECRET) && !err.contains(SECRET), "{out}{err}");
    (code, out, err)
}

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn every_scene_of_every_book_passes_at_the_reference_seller() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let scenes = [
        ("cn-v1", "newInstance"),
        ("cn-v1", "refreshInstance"),
        ("intl-v1", "expireInstance"),
        ("intl-v1", "upgrade"),
        ("cn-v1", "instanceStatus"),
        ("cn-v1", "queryInstance"),
        ("cn-v2", "newInstance"),
        ("cn-v2", "updateInstanceStatus"),
        ("intl-v2", "changeInstanceCheck"),
        ("intl-v2", "releaseInstance"),
    ];
    for (profile, scene) in scenes {
        let (code, out, err) = debug(folder.path(), &seller, &[scene, "--profile", profile]);
        assert_eq!(code, 0, "{profile} {scene}\n{out}{err}");
        let link = out.contains("Link address");
        assert_eq!(link, profile.ends_with("v1"), "{out}");
        assert!(out.contains("curl -i"), "{out}");
        assert!(out.contains("PASS: 调测用例成功并保存成功"), "{out}");
        assert!(
            !out.contains("FINDINGS"),
            "rules of the other version, and about addresses that the platform could call: {out}"
        );
    }
    assert!(
        !folder.path().join("galleria-cases").exists(),
        "nothing is kept unasked"
    );
}

#[test]
fn the_checks_stop_where_the_platform_stops() {
    let folder = tempfile::tempdir().unwrap();
    let faults = [
        ("html-content-type", "content-type-wrong", "releaseInstance"),
        ("successes-unsigned", "body-sign-missing", "releaseInstance"),
        ("quotes-missing", "body-sign-missing", "releaseInstance"),
        (
            "signs-key-and-timestamp",
            "body-sign-differs",
            "releaseInstance",
        ),
        (
            "test-calls-looked-up",
            "result-code-wrong",
            "releaseInstance",
        ),
        ("test-instance-id-empty", "member-missing", "newInstance"),
        (
            "test-purchase-without-app-info",
            "member-missing",
            "newInstance",
        ),
    ];
    for (fault, message, scene) in faults {
        let seller = SellerProcess::start(&["--fault", fault]);
        let (code, out, err) = debug(folder.path(), &seller, &[scene, "--json"]);
        let told = parsed(&out);
        let stopped = &told["checks"]["stopped"];
        assert_eq!(stopped["message"], message, "{fault}\n{out}{err}");
        assert_eq!(code, 1, "{fault}");
        let zh = stopped["zh"].as_str().unwrap();
        assert!(zh.starts_with("调") || zh.starts_with("响应"), "{zh}");
        assert!(
            !told["findings"].as_array().unwrap().is_empty(),
            "{fault}: {out}"
        );
    }
}

/// A seller that answers every call with these bytes.
fn canned(head: &str, body: &str) -> String {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let length = body.len();
    let answer = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\n\r\n{body}");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = Vec::new();
            let mut piece = [0; 4096];
            while !request.ends_with(b"}") {
                match stream.read(&mut piece) {
                    Ok(0) | Err(_) => break,
                    Ok(read) => request.extend_from_slice(&piece[..read]),
                }
            }
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    format!("http://{address}/produceAPI")
}

#[test]
fn each_thing_that_may_be_wrong_with_a_v2_answer_stops_at_its_check() {
    const JSON: &str = "200 OK\r\nContent-Type: application/json";
    const RIGHT: &str = r#"{"resultCode":"000000","resultMsg":"success."}"#;
    let folder = tempfile::tempdir().unwrap();
    let long = RIGHT.replace("success.", &"x".repeat(300));
    let unreadable = "body-not-parsed";
    for (head, body, message) in [
        ("404 Not Found", RIGHT, "status-not-200"),
        (
            "200 OK\r\nContent-Type: text/plain",
            RIGHT,
            "content-type-wrong",
        ),
        (JSON, "<!doctype html>", unreadable),
        (JSON, r#"{"resultMsg":"success."}"#, unreadable),
        (JSON, r#"{"resultCode":"000000"}"#, unreadable),
        (
            JSON,
            r#"{"resultCode":"000005","resultMsg":"no"}"#,
            "result-code-wrong",
        ),
        (JSON, &long, "member-too-long"),
    ] {
        let url = canned(head, body);
        let arguments = [
            "debug",
            "releaseInstance",
            "--profile",
            "cn-v2",
            "--json",
            "--url",
            &url,
            "--key",
            SECRET,
        ];
        let (code, out, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 1, "{message}\n{out}{err}");
        assert_eq!(
            parsed(&out)["checks"]["stopped"]["message"],
            message,
            "{out}"
        );
    }
    let url = canned(JSON, RIGHT);
    let arguments = [
        "debug",
        "releaseInstance",
        "--profile",
        "cn-v2",
        "--url",
        &url,
        "--key",
        SECRET,
    ];
    assert_eq!(told(&run(folder.path(), &arguments)).0, 0);
}

#[test]
fn a_message_is_printed_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "test-purchase-without-app-info"]);
    let (code, out, _) = debug(folder.path(), &seller, &["newInstance", "--lang", "zh"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("调测失败,接口响应缺少frontEndUrl."), "{out}");
    assert!(!out.contains("Debugging failed"), "{out}");
    let (_, out, _) = debug(folder.path(), &seller, &["newInstance", "--lang", "en"]);
    assert!(out.contains("does not contain frontEndUrl"), "{out}");
    assert!(out.contains("FLD007"), "{out}");
}

#[test]
fn print_only_signs_and_does_not_call() {
    let folder = tempfile::tempdir().unwrap();
    let mut seller = SellerProcess::start(&[]);
    let url = seller.url().to_owned();
    seller.kill();
    for profile in ["cn-v1", "cn-v2"] {
        let arguments = [
            "newInstance",
            "--profile",
            profile,
            "--print-only",
            "--set",
            "orderId=CS42",
        ];
        let (code, out, err) = debug(folder.path(), &seller, &arguments);
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("CS42") && out.contains(&url), "{out}");
        assert!(out.contains("Not called"), "{out}");
    }
    let (code, out, _) = debug(folder.path(), &seller, &["releaseInstance"]);
    assert_eq!(code, 3, "{out}");
    assert!(out.contains("FAIL: 调测失败,生产地址不可达."), "{out}");
}

#[test]
fn a_case_that_passes_is_saved_once_without_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let arguments = ["newInstance", "--set", "customerName=云客户", "--save"];
    let (code, out, err) = debug(folder.path(), &seller, &arguments);
    assert_eq!(code, 0, "{out}{err}");
    let path = folder
        .path()
        .join("galleria-cases/v1-newInstance-period.toml");
    let text = fs::read_to_string(&path).unwrap();
    for secret in [SECRET, "authToken", "timeStamp", "signature"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(text.contains("customerName = \"云客户\""), "{text}");
    let (code, _, err) = debug(folder.path(), &seller, &arguments);
    assert_eq!(code, 2);
    assert!(err.contains("--force"), "{err}");
    let again = ["--from", "v1-newInstance-period"];
    let (code, out, err) = debug(folder.path(), &seller, &again);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("customerName=%E4%BA%91"), "{out}");
}

#[test]
fn a_case_that_fails_is_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "test-purchase-refused"]);
    let (code, _, _) = debug(folder.path(), &seller, &["newInstance", "--save", "mine"]);
    assert_eq!(code, 1);
    assert!(!folder.path().join("galleria-cases").exists());
}

#[test]
fn wrong_input_is_told_and_nothing_is_called() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("case.toml"),
        "profile = \"cn-v1\"\nactivty = \"releaseInstance\"\n",
    )
    .unwrap();
    let seller = SellerProcess::start(&[]);
    let wrong: [(&[&str], &str); 9] = [
        (&["newInstnace"], "did you mean `newInstance`"),
        (&["upgradeInstance"], "has no activity"),
        (
            &["newInstance", "--profile", "cn-v3"],
            "there is no profile",
        ),
        (
            &["newInstance", "--billing", "perod"],
            "did you mean `period`",
        ),
        (&["newInstance", "--set", "orderId"], "NAME=VALUE"),
        (&["newInstance", "--set", "testFlag=0"], "testFlag"),
        (
            &["newInstance", "--set", "mobilePhone=13800000000"],
            "galleria encrypt",
        ),
        (
            &["newInstance", "--unset", "oderId"],
            "did you mean `orderId`",
        ),
        (&["--from", "case.toml"], "case.toml:2:1"),
    ];
    for (arguments, hint) in wrong {
        let (code, out, err) = debug(folder.path(), &seller, arguments);
        assert_eq!(code, 2, "{arguments:?}\n{out}{err}");
        assert!(err.contains(hint), "{arguments:?}\n{err}");
        assert!(!err.contains("13800000000") || arguments.contains(&"mobilePhone=13800000000"));
    }
    let leak = format!("customerName={SECRET}");
    let (code, out, err) = debug(folder.path(), &seller, &["newInstance", "--set", &leak]);
    assert_eq!(code, 2, "{out}");
    assert!(err.contains("customerName"), "{err}");
}
