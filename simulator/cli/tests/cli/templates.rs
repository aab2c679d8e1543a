//! The script behind the GitHub action, as a runner calls it.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{KEY, SellerProcess, free_port, told};

/// Runs the script with inputs, and with what GitHub's runner gives.
fn action(folder: &Path, inputs: &[(&str, &str)]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/github-check.sh");
    let defaults = [
        ("PROFILE", "cn-v1"),
        ("BILLING", "period"),
        ("FAIL_ON", "should"),
        ("REPORTS", "reports"),
        ("WAIT_FOR", "30s"),
        ("SELLER", ""),
        ("KNOWN", ""),
        ("SHARD", ""),
        ("START", ""),
        ("EXTRA", ""),
        ("GALLERIA_KEY", ""),
    ];
    Command::new("bash")
        .arg(script)
        .current_dir(folder)
        .env("GALLERIA", env!("CARGO_BIN_EXE_galleria"))
        .env("GITHUB_STEP_SUMMARY", folder.join("summary.md"))
        .env("GITHUB_OUTPUT", folder.join("outputs"))
        .envs(defaults)
        .envs(inputs.iter().copied())
        .output()
        .unwrap()
}

fn outputs(folder: &Path) -> String {
    fs::read_to_string(folder.join("outputs")).unwrap()
}

#[test]
fn without_an_address_the_embedded_seller_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&action(folder.path(), &[("SHARD", "1/2")]));
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(outputs(folder.path()), "exit-code=0\n");
    for report in [
        "summary.md",
        "reports/record.jsonl",
        "reports/galleria.sarif",
    ] {
        assert!(
            fs::metadata(folder.path().join(report)).unwrap().len() > 0,
            "{report}"
        );
    }
}

#[test]
fn a_faulty_seller_fails_the_step_and_annotates() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "new-id-each-call"]);
    let inputs = [
        ("SELLER", seller.url()),
        ("GALLERIA_KEY", KEY),
        ("EXTRA", "--scenario\npurchase-repeated\n"),
    ];
    let (code, out, err) = told(&action(folder.path(), &inputs));
    assert_eq!(code, 1, "{out}{err}");
    assert_eq!(outputs(folder.path()), "exit-code=1\n");
    assert!(out.contains("::error "), "{out}");
    assert!(!out.contains(KEY) && !err.contains(KEY));
}

#[test]
fn a_seller_is_started_and_stopped_and_nothing_in_an_input_is_run() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let start = format!(
        "exec '{}' seller --port {port} --key-env GALLERIA_KEY",
        env!("CARGO_BIN_EXE_galleria")
    );
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let inputs = [
        ("SELLER", url.as_str()),
        ("GALLERIA_KEY", KEY),
        ("START", start.as_str()),
        ("EXTRA", "--seed\n7"),
    ];
    let (code, out, err) = told(&action(folder.path(), &inputs));
    assert_eq!(code, 0, "{out}{err}");
    let hostile = [("PROFILE", "cn-v1; touch broken $(touch broken)")];
    let (code, _, err) = told(&action(folder.path(), &hostile));
    assert_eq!(code, 2, "{err}");
    assert!(!folder.path().join("broken").exists());
}
