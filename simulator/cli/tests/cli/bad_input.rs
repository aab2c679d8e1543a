//! What is wrong with the command line is one clear line, exit code 2, and nothing is written.

use std::fs;

use crate::support::{run, told};

/// Runs in an empty folder, which must still be empty afterwards; the error's one line.
fn refused(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&run(folder.path(), arguments));
    assert_eq!(code, 2, "{arguments:?}: {out}{err}");
    assert_eq!(out, "", "{arguments:?}");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "{arguments:?} wrote something"
    );
    let errors: Vec<&str> = err
        .lines()
        .filter(|line| line.starts_with("error: "))
        .collect();
    assert_eq!(errors.len(), 1, "{arguments:?}: {err}");
    errors[0].to_owned()
}

#[test]
fn unknown_names_are_told_with_what_was_meant() {
    let cases: &[(&[&str], &str)] = &[
        (&["check", "--profile", "cn-1"], "did you mean `cn-v1`?"),
        (&["profiles", "show", "intl-1"], "did you mean `intl-v1`?"),
        (
            &["profiles", "show", "cn-v1", "--scene", "upgrad"],
            "did you mean `upgrade`?",
        ),
        (
            &["profiles", "diff", "cn-v1", "intl"],
            "there is no profile `intl`",
        ),
        (
            &["explain", "customer-nam"],
            "did you mean `customer-name`?",
        ),
        (&["check", "--billing", "peroid"], "did you mean `period`?"),
        (&["check", "--with", "upgrad"], "did you mean `upgrade`?"),
        (
            &["check", "--scenario", "paid-live"],
            "did you mean `paid-life`?",
        ),
        (&["check", "--rule", "SIG04"], "did you mean `SIG004`?"),
        (&["check", "--fail-on", "shuold"], "did you mean `should`?"),
        (&["check", "--report", "jsn=x"], "did you mean `json`?"),
        (
            &["seller", "--fault", "sign-key-and-timestamp"],
            "did you mean `signs-key-and-timestamp`?",
        ),
        (
            &["seller", "--variation", "pretty-jsn"],
            "did you mean `pretty-json`?",
        ),
        (&["explain", "SIG04"], "did you mean `SIG004`?"),
        (
            &["self-check", "--peer", "referense"],
            "did you mean `reference`?",
        ),
    ];
    for (arguments, hint) in cases {
        let error = refused(arguments);
        assert!(error.contains(hint), "{error}");
    }
}

#[test]
fn bits_that_no_product_has_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check", "--bits", "192"]));
    assert_eq!(code, 2);
    assert!(err.contains("write 128 or 256"), "{err}");
}

#[test]
fn addresses_that_are_none_are_refused() {
    for (url, told) in [
        ("nonsense", "is not an address"),
        ("http://", "names no host"),
        ("http:///produceAPI", "names no host"),
        ("ftp://127.0.0.1/", "neither http:// nor https://"),
        ("http://127.0.0.1/?a=b", "has a query"),
    ] {
        let error = refused(&["check", "--url", url, "--key", "obviously-fake"]);
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn a_host_that_is_not_this_machine_must_be_named() {
    let error = refused(&[
        "check",
        "--url",
        "http://isv.example/",
        "--key",
        "obviously-fake",
    ]);
    assert!(
        error.contains("--allow-target isv.example") && error.contains("--safe"),
        "{error}"
    );
}

#[test]
fn keys_that_cannot_be_had_are_told_by_their_source() {
    let url = ["check", "--url", "http://127.0.0.1:1/"];
    let with = |more: &[&str]| refused(&[&url[..], more].concat());
    assert!(with(&[]).contains("no access key"));
    assert!(with(&["--key-env", "NO_SUCH_VARIABLE"]).contains("NO_SUCH_VARIABLE"));
    assert!(with(&["--key-file", "no-such-file"]).contains("no-such-file"));
    assert!(with(&["--key", ""]).contains("empty"));
}

#[test]
fn files_that_cannot_be_read_are_told() {
    for arguments in [
        &["check", "--scenarios", "no-such-folder"][..],
        &["check", "--known-failures", "no-such-file"],
        &["check", "--profile", "./no-such-file.toml"],
        &["profiles", "diff", "cn-v1", "no-such-file.toml"],
        &["report", "no-such-record"],
    ] {
        assert!(refused(arguments).contains("no-such-"), "{arguments:?}");
    }
}

#[test]
fn a_scenario_that_is_wrong_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = "title = 't'\nabout = 'a'\n[[step]]\nverb = 'send'\nactivty = 'newInstance'\n";
    fs::write(folder.path().join("mine.toml"), text).unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check", "--scenarios", "."]));
    assert_eq!(code, 2);
    assert!(
        err.contains("mine.toml:5:1: unknown field `activty`"),
        "{err}"
    );
    assert!(!folder.path().join("galleria-report").exists());
}

#[test]
fn a_report_never_overwrites_the_record_that_it_is_drawn_from() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(told(&run(folder.path(), &["check"])).0, 0);
    let record = folder.path().join("galleria-report/record.jsonl");
    let before = fs::read(&record).unwrap();
    let path = record.to_str().unwrap();
    let (code, _, err) = told(&run(
        folder.path(),
        &[
            "report",
            path,
            "--report",
            "json=galleria-report/record.jsonl",
        ],
    ));
    assert_eq!(code, 2, "{err}");
    assert_eq!(fs::read(&record).unwrap(), before);
}

#[test]
fn a_report_that_cannot_be_written_is_told_before_the_first_call() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let (code, out, err) = told(&run(
        folder.path(),
        &["check", "--report", "json=file/x.json"],
    ));
    assert_eq!((code, out.as_str()), (5, ""), "{err}");
    assert!(
        err.contains("file/x.json: the report cannot be written"),
        "{err}"
    );
}

#[test]
fn a_record_that_is_none_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), "{\"hello\":1}\n").unwrap();
    let (code, _, err) = told(&run(folder.path(), &["report", "a.jsonl"]));
    assert_eq!(code, 2);
    assert!(err.contains("not a galleria record"), "{err}");
    fs::write(
        folder.path().join("b.jsonl"),
        "{\"event\":\"run-started\",\"format_version\":99}\n",
    )
    .unwrap();
    let (code, _, err) = told(&run(folder.path(), &["report", "b.jsonl"]));
    assert_eq!(code, 2);
    assert!(err.contains("format 99"), "{err}");
}
