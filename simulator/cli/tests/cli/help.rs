//! What a user reads before the first run.

use crate::support::{run, told};

fn shown(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = told(&run(folder.path(), arguments));
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}

#[test]
fn help_teaches_the_first_run_and_the_exit_codes() {
    assert!(shown(&["--help"]).contains("galleria check"));
    let check = shown(&["check", "--help"]);
    for code in [
        "  0  every judged rule held",
        "  3  the seller could not be reached",
        "130  interrupted",
    ] {
        assert!(check.contains(code), "{code}");
    }
}

#[test]
fn the_tools_teach_by_examples() {
    assert!(shown(&["--help"]).contains("names the mistake"));
    for tool in ["sign", "verify", "encrypt", "decrypt"] {
        let text = shown(&[tool, "--help"]);
        let example = format!("galleria {tool} ");
        assert!(text.matches(&example).count() >= 3, "{text}");
    }
}

#[test]
fn help_never_shows_a_key_from_the_environment() {
    let mut command = crate::support::galleria();
    let output = command
        .env("GALLERIA_KEY", crate::support::KEY)
        .args(["check", "--help"])
        .output()
        .unwrap();
    assert!(!told(&output).1.contains(crate::support::KEY));
}

#[test]
fn every_list_has_lines() {
    for arguments in [
        &["rules"][..],
        &["scenarios"],
        &["profiles"],
        &["seller", "--list"],
        &["explain", "causes"],
    ] {
        assert!(shown(arguments).lines().count() >= 2, "{arguments:?}");
    }
}

#[test]
fn lists_in_json_are_json() {
    for command in ["rules", "scenarios", "profiles"] {
        let text = shown(&[command, "--format", "json"]);
        assert!(
            serde_json::from_str::<serde_json::Value>(&text).is_ok(),
            "{command}"
        );
    }
    assert!(serde_json::from_str::<serde_json::Value>(&shown(&["schema", "report"])).is_ok());
}

#[test]
fn every_rule_code_and_cause_is_explained() {
    assert!(shown(&["explain", "sig004"]).contains("How to fix"));
    assert!(shown(&["explain", "signature-wrong"]).contains("SIG004"));
    assert!(shown(&["explain", "000003"]).contains("does not exist"));
    assert!(shown(&["explain", "paid-life"]).contains("releaseInstance"));
    assert!(shown(&["explain", "signed-with-key-and-timestamp"]).contains("How to fix"));
    assert!(shown(&["explain", "exit-codes"]).contains("130"));
}

#[test]
fn quiet_prints_nothing_and_keeps_the_exit_code() {
    assert_eq!(shown(&["-q", "check"]), "");
}

#[test]
fn no_colour_where_nobody_asked_for_it() {
    assert!(!shown(&["check"]).contains('\u{1b}'));
    assert!(shown(&["--color", "always", "check"]).contains('\u{1b}'));
}
