//! `galleria gateway-test` against `galleria seller`, each a process of its own.

use std::path::Path;

use crate::support::{SellerProcess, galleria, run, told};

/// Tries an agent of a seller with these flags.
fn tried(folder: &Path, seller: &[&str], agent: &str, further: &[&str]) -> (i32, String, String) {
    let seller = SellerProcess::start(seller);
    let origin = seller.url().trim_end_matches("/produceAPI").to_owned();
    let mut command = galleria();
    command.current_dir(folder);
    command.env("AGENT_KEY", "galleria-test-agent-key");
    command.args(["gateway-test", "--url", &format!("{origin}{agent}")]);
    told(&command.args(further).output().expect("the binary runs"))
}

#[test]
fn the_backends_of_the_reference_seller_hold_every_rule() {
    let folder = tempfile::tempdir().unwrap();
    let all: [(&str, &[&str], &str); 5] = [
        ("/agents/chat", &[], "22 rules held, 0 failed, 2"),
        ("/agents/chat", &["--stream"], "24 rules held, 0 failed, 0"),
        (
            "/agents/video",
            &["--billing", "video", "--method", "get"],
            "21 rules held",
        ),
        (
            "/agents/plain",
            &["--billing", "none", "--customers", "3"],
            "17 rules held",
        ),
        (
            "/agents/own/images",
            &[
                "--billing",
                "images",
                "--header-env",
                "X-Agent-Key=AGENT_KEY",
            ],
            "12 rules held, 0 failed, 12",
        ),
    ];
    for (agent, flags, sum) in all {
        let (code, out, err) = tried(folder.path(), &[], agent, flags);
        assert_eq!(code, 0, "{agent}\n{out}{err}");
        assert!(out.contains(sum), "{agent}\n{out}");
    }
}

#[test]
fn other_credentials_are_read_from_the_environment_and_from_files() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sk.txt"), "obviously-fake-sk\n").unwrap();
    let secret = folder.path().join("sk.txt").display().to_string();
    let own = ["--ak", "obviously-fake-ak", "--sk-file", &secret];
    let (code, out, err) = tried(folder.path(), &own, "/agents/chat", &own);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = tried(folder.path(), &own, "/agents/chat", &[]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("FAIL        GTW001"), "{out}");
    assert!(out.contains("1 failed"), "{out}");
}

#[test]
fn a_backend_that_is_wrong_is_told_with_its_rule_and_step_and_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "agent-signature-not-verified"];
    let flags = [
        "--report-dir",
        "out",
        "--report",
        "sarif=out/report.sarif",
        "--json",
    ];
    let (code, _, err) = tried(folder.path(), &fault, "/agents/chat", &flags);
    assert_eq!(code, 2, "{err}");
    let flags = ["--report-dir", "out", "--report", "sarif=out/report.sarif"];
    let (code, out, err) = tried(folder.path(), &fault, "/agents/chat", &flags);
    assert_eq!(code, 1, "{out}{err}");
    for id in ["GTW004", "GTW005", "GTW006"] {
        assert!(out.contains(&format!("FAIL        {id}")), "{out}");
    }
    let read = |name: &str| std::fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    for name in [
        "record.jsonl",
        "report.json",
        "junit.xml",
        "report.html",
        "report.sarif",
    ] {
        let text = read(name);
        assert!(text.contains("GTW005"), "{name}");
        assert!(
            !text.contains("galleria-test-sk") && !text.contains("eyJ"),
            "{name}"
        );
    }
    let again = ["report", "out/record.jsonl"];
    let (_, text, err) = told(&run(folder.path(), &again));
    assert!(text.contains("galleria gateway-test http"), "{text}{err}");
    assert!(text.contains("gateway > step 11"), "{text}{err}");
}

#[test]
fn a_gateway_test_is_told_in_chinese_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let fault = ["--fault", "agent-usage-nested"];
    let chinese = ["--lang", "zh"];
    let (code, out, err) = tried(folder.path(), &fault, "/agents/chat", &chinese);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("响应体 /data/usage"), "{out}");
    assert!(out.contains("把该对象移到响应的顶层"), "{out}");
    let fault = ["--fault", "agent-usage-of-zero"];
    let (code, out, err) = tried(folder.path(), &fault, "/agents/chat", &["--json"]);
    assert_eq!(code, 0, "{out}{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rules = report["rules"].as_array().unwrap();
    let zero = rules.iter().find(|rule| rule["id"] == "GTW018").unwrap();
    assert_eq!(
        (&zero["verdict"], &zero["force"]),
        (&"fail".into(), &"observed".into())
    );
}

#[test]
fn what_cannot_be_tried_is_told_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("body.txt"), "no json").unwrap();
    let at = |further: &[&str]| {
        let arguments = [&["gateway-test"], further].concat();
        let (code, _, err) = told(&run(folder.path(), &arguments));
        (code, err)
    };
    let gone = "http://127.0.0.1:1/agents/chat";
    let (code, err) = at(&["--url", gone]);
    assert!(code == 3 && err.contains("cannot be reached"), "{err}");
    let wrong: [(&[&str], &str); 9] = [
        (
            &["--url", gone, "--report", "bundle=b.zip"],
            "add --report-dir",
        ),
        (
            &["--url", "https://agent.example/chat"],
            "--allow-target agent.example",
        ),
        (&["--url", "chat"], "--url `chat`"),
        (
            &["--url", "http://127.0.0.1:1/{model}/chat"],
            "variable in its path",
        ),
        (
            &["--url", gone, "--method", "get", "--body", "body.txt"],
            "a GET has no body",
        ),
        (&["--url", gone, "--body", "body.txt"], "no JSON"),
        (&["--url", gone, "--timeout", "300001"], "1 to 300000 ms"),
        (
            &["--url", gone, "--header-env", "X-Agent-Key"],
            "NAME=VARIABLE",
        ),
        (
            &["--url", gone, "--token-header", "X-Customer-Id"],
            "the gateway sets it",
        ),
    ];
    for (flags, words) in wrong {
        let (code, err) = at(flags);
        assert!(code == 2 && err.contains(words), "{flags:?}\n{err}");
    }
}

#[test]
fn the_rules_of_the_gateway_are_listed_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&run(folder.path(), &["rules"]));
    assert!(code == 0 && out.contains("GTW024"), "{out}{err}");
    let (_, out, _) = told(&run(folder.path(), &["rules", "--format", "json"]));
    let rules: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rules = rules["rules"].as_array().unwrap();
    let own = rules
        .iter()
        .filter(|rule| rule["judged_by"] == "gateway-test");
    assert_eq!(own.count(), 24);
    for name in ["gtw005", "unsigned-token-served"] {
        let (code, out, err) = told(&run(folder.path(), &["explain", name]));
        assert!(code == 0 && out.contains("alg none"), "{out}{err}");
        assert!(out.contains("galleria gateway-test --help"), "{out}");
    }
    let chinese = ["explain", "GTW014", "--lang", "zh"];
    let (code, out, err) = told(&run(folder.path(), &chinese));
    assert!(code == 0 && out.contains("计费所依据的内容"), "{out}{err}");
    assert!(!out.contains("stands at the top"), "{out}");
}
