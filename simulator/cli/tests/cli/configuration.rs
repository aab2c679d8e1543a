//! Settings from the file, the environment and flags; and what is made of the command line.

use std::fs;
use std::path::Path;

use crate::support::{KEY, SellerProcess, galleria, json, run, told};

fn write(folder: &Path, text: &str) {
    fs::write(folder.join("galleria.toml"), text).unwrap();
}

/// The value and the origin of a setting, as `galleria config` tells them.
fn setting(folder: &Path, flags: &[&str], name: &str) -> (String, String) {
    let arguments = [&["config", "--format", "json"], flags].concat();
    told_setting(&told(&run(folder, &arguments)).1, name)
}

fn told_setting(out: &str, name: &str) -> (String, String) {
    let all: serde_json::Value = serde_json::from_str(out).unwrap();
    let mut all = all.as_array().unwrap().iter();
    let found = all.find(|set| set["name"] == name).unwrap();
    let values: Vec<&str> = found["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_str().unwrap())
        .collect();
    (
        values.join(","),
        found["origin"].as_str().unwrap().to_owned(),
    )
}

#[test]
fn a_flag_stands_before_the_environment_before_the_file_before_the_default() {
    let folder = tempfile::tempdir().unwrap();
    let of = |flags: &[&str]| setting(folder.path(), flags, "billing");
    assert_eq!(of(&[]), ("period".into(), "default".into()));
    write(folder.path(), "billing = 'one-time'\n");
    let (value, origin) = of(&[]);
    assert_eq!(value, "one-time");
    assert!(origin.ends_with("galleria.toml:1:11"), "{origin}");
    let output = galleria()
        .current_dir(folder.path())
        .env("GALLERIA_BILLING", "package")
        .args(["config", "--format", "json"])
        .output()
        .unwrap();
    let told_by = told_setting(&told(&output).1, "billing");
    assert_eq!(told_by, ("package".into(), "GALLERIA_BILLING".into()));
    assert_eq!(
        of(&["--billing", "on-demand"]),
        ("on-demand".into(), "flag".into())
    );
}

#[test]
fn the_file_is_found_upwards_and_its_paths_start_from_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "report = ['badge=out/badge.json']\nreport-dir = 'reports'\nscenario = 'purchase-repeated'\n",
    );
    let inner = folder.path().join("a/b");
    fs::create_dir_all(&inner).unwrap();
    let (code, out, err) = told(&run(&inner, &["check"]));
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("1 scenario,"), "{out}");
    assert!(folder.path().join("out/badge.json").is_file());
    assert!(folder.path().join("reports/record.jsonl").is_file());
    assert_eq!(fs::read_dir(&inner).unwrap().count(), 0);
    fs::create_dir(folder.path().join("a/.git")).unwrap();
    assert_eq!(setting(&inner, &[], "report-dir").1, "default");
}

#[test]
fn a_target_stands_before_the_rest_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let text = format!(
        "fail-fast = true\nbilling = 'package'\n[target.staging]\nurl = '{}'\nkey-env = 'STAGING_KEY'\n\
         billing = 'period'\nfail-fast = false\n",
        seller.url()
    );
    write(folder.path(), &text);
    let output = galleria()
        .current_dir(folder.path())
        .env("STAGING_KEY", KEY)
        .args(["check", "--target", "staging", "--report", "json=out.json"])
        .output()
        .unwrap();
    let (code, out, err) = told(&output);
    assert_eq!(code, 0, "{out}{err}");
    let report = json(&folder.path().join("out.json"));
    assert_eq!(report["run"]["target"], seller.url());
    let of = |name| setting(folder.path(), &["--target", "staging"], name).0;
    assert_eq!(
        (of("billing").as_str(), of("fail-fast").as_str()),
        ("period", "false")
    );
    write(
        folder.path(),
        &format!(
            "default-target = 'staging'\n{}",
            &text[text.find('[').unwrap()..]
        ),
    );
    assert_eq!(setting(folder.path(), &[], "url").0, seller.url());
}

#[test]
fn a_key_that_is_given_otherwise_keeps_the_file_s_place_of_one_out() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    write(
        folder.path(),
        "key-env = 'NOT_SET_ANYWHERE'\nfail-fast = true\n",
    );
    let flags = ["--key", KEY, "--max-failures", "3"];
    let arguments = [&["check", "--url", seller.url()], &flags[..]].concat();
    let (code, _, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_file_that_is_wrong_is_told_with_its_place_and_what_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    for (text, wanted) in [
        (
            "bilings = 'x'",
            "galleria.toml:1:1: there is no setting `bilings`; did you mean `billing`?",
        ),
        (
            "\n key = 'x'",
            "galleria.toml:2:2: a key does not belong into a file",
        ),
        (
            "jobs = 'many'",
            "galleria.toml:1:8: invalid value 'many' for '--jobs <N>'",
        ),
        (
            "jobs = [1, 2]",
            "galleria.toml:1:8: write one value, not a list",
        ),
        ("safe = 1", "galleria.toml:1:8: write true or false"),
        ("jobs = true", "galleria.toml:1:8: write a value"),
        (
            "[target.a]\nurls = 'x'",
            "galleria.toml:2:1: there is no setting `urls`; did you mean `url`?",
        ),
        (
            "target = 1",
            "galleria.toml:1:10: write each target as a table",
        ),
        (
            "default-target = 'a'",
            "galleria.toml:1:18: there is no target `a`",
        ),
        ("billing = ", "galleria.toml:1:"),
    ] {
        write(folder.path(), text);
        let (code, out, err) = told(&run(folder.path(), &["check"]));
        assert_eq!((code, out.as_str()), (2, ""), "{text}: {err}");
        assert!(err.contains(wanted), "{text}: {err}");
    }
    write(folder.path(), "[target.staging]\n");
    let (code, _, err) = told(&run(folder.path(), &["check", "--target", "stagin"]));
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `staging`?"), "{err}");
    fs::remove_file(folder.path().join("galleria.toml")).unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check", "--target", "a"]));
    assert_eq!(code, 2);
    assert!(err.contains("there is none here or above"), "{err}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn commands_that_call_nobody_read_no_file() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "nonsense");
    assert_eq!(told(&run(folder.path(), &["rules"])).0, 0);
    assert_eq!(told(&run(folder.path(), &["check", "--help"])).0, 0);
    let without = ["check", "--config", "", "--scenario", "paid-life"];
    assert_eq!(told(&run(folder.path(), &without)).0, 0);
}

#[test]
fn the_key_is_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let output = galleria()
        .current_dir(folder.path())
        .env("GALLERIA_KEY", KEY)
        .arg("config")
        .output()
        .unwrap();
    let (_, out, _) = told(&output);
    assert!(out.contains("[redacted]") && !out.contains(KEY), "{out}");
    let (_, out, _) = told(&run(folder.path(), &["config", "--key", KEY]));
    assert!(out.contains("[redacted]") && !out.contains(KEY), "{out}");
}

#[test]
fn a_first_file_is_written_once_and_is_right() {
    let folder = tempfile::tempdir().unwrap();
    let flags = [
        "--url",
        "https://isv.example/produceAPI",
        "--profile",
        "cn-v2",
        "--key-env",
        "MY_KEY",
    ];
    let (code, out, err) = told(&run(folder.path(), &[&["init"], &flags[..]].concat()));
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Set MY_KEY"), "{out}");
    let of = |name| setting(folder.path(), &[], name).0;
    assert_eq!(of("url"), "https://isv.example/produceAPI");
    assert_eq!(of("allow-target"), "isv.example");
    assert_eq!(of("profile"), "cn-v2");
    let before = fs::read(folder.path().join("galleria.toml")).unwrap();
    assert_eq!(told(&run(folder.path(), &["init"])).0, 2);
    assert_eq!(
        fs::read(folder.path().join("galleria.toml")).unwrap(),
        before
    );
    let empty = tempfile::tempdir().unwrap();
    let (code, _, err) = told(&run(empty.path(), &["init", "--billing", "peroid"]));
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `period`?"), "{err}");
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn every_setting_of_a_check_has_a_variable_and_a_place_in_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let (_, help, _) = told(&run(folder.path(), &["check", "--help"]));
    // A line may end anywhere.
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let schema: serde_json::Value =
        serde_json::from_str(&told(&run(folder.path(), &["schema", "config"])).1).unwrap();
    let (_, out, _) = told(&run(folder.path(), &["config", "--format", "json"]));
    let settings: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut seen = 0;
    for set in settings.as_array().unwrap() {
        let name = set["name"].as_str().unwrap();
        let variable = format!("[env: GALLERIA_{}=", name.replace('-', "_").to_uppercase());
        assert!(
            help.contains(&variable) || name.starts_with("key-"),
            "{variable}"
        );
        let once = ["dry-run", "update-known-failures", "last-failed", "target"];
        let known = !schema["properties"][name].is_null();
        assert!(known || once.contains(&name), "{name}");
        seen += 1;
    }
    assert!(seen > 30);
    let scenario = told(&run(folder.path(), &["schema", "scenario"])).1;
    assert!(scenario.contains("lose-answer"));
}

#[test]
fn completions_and_man_pages_know_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = told(&run(folder.path(), &["completions", shell]));
        assert_eq!(code, 0);
        assert!(
            out.contains("dialtest") && out.contains("known-failures"),
            "{shell}"
        );
    }
    let (code, out, _) = told(&run(folder.path(), &["man", "--out", "pages"]));
    assert_eq!(code, 0, "{out}");
    let page = fs::read_to_string(folder.path().join("pages/galleria-report-merge.1")).unwrap();
    assert!(page.contains(".TH") && page.contains("out"), "{page}");
    assert!(folder.path().join("pages/galleria.1").is_file());
    let read = |page: &str| fs::read_to_string(folder.path().join(page)).unwrap();
    let page = read("pages/galleria-check.1");
    assert!(page.contains("\\fBgalleria check\\fR [OPTIONS]"), "{page}");
    for (name, page) in fs::read_dir(folder.path().join("pages"))
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            (path.clone(), fs::read_to_string(path).unwrap())
        })
    {
        // No page leads to one that is not there.
        assert!(!page.contains("\\-help(1)"), "{}", name.display());
    }
    let chinese = ["man", "--out", "chinese", "--lang", "zh"];
    assert_eq!(told(&run(folder.path(), &chinese)).0, 0);
    let page = read("chinese/galleria-check.1");
    for word in [".SH 名称", ".SH 概要", "[默认：period]", "可选值"] {
        assert!(page.contains(word), "{word} in {page}");
    }
    for word in ["Possible values", "[default", "May also"] {
        assert!(!page.contains(word), "{word} in {page}");
    }
}
