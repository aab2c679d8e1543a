//! What a check plays, and when it fails: the flags for CI.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::thread;

use crate::support::{KEY, SellerProcess, json, run, told};

/// Checks a seller with that fault, or the embedded one; the exit code and both streams.
fn check(folder: &Path, fault: Option<&str>, further: &[&str]) -> (i32, String, String) {
    let seller = fault.map(|fault| SellerProcess::start(&["--fault", fault]));
    let mut arguments = vec!["check"];
    if let Some(seller) = &seller {
        arguments.extend(["--url", seller.url(), "--key", KEY]);
    }
    arguments.extend(further);
    told(&run(folder, &arguments))
}

fn write(folder: &Path, text: &str) {
    fs::write(folder.join("known.toml"), text).unwrap();
}

const LIST: [&str; 2] = ["--known-failures", "known.toml"];
const UPDATE: [&str; 3] = ["--known-failures", "known.toml", "--update-known-failures"];

#[test]
fn an_entry_that_is_wrong_is_told_with_its_place_and_what_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    let entry = |line: &str| format!("[[known-failure]]\n{line}\n");
    for (text, wanted) in [
        (
            entry("rule = 'SIG04'\nreason = 'x'"),
            "known.toml:2:8: there is no rule `SIG04`; did you mean `SIG004`?",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nscenario = 'paid-live'"),
            "known.toml:4:12: there is no scenario `paid-live`; did you mean `paid-life`?",
        ),
        (
            entry("rule = 'SIG004'\nreason = ' '"),
            "known.toml:3:10: the entry for SIG004 needs a reason",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nexpiers = 2026-12-31"),
            "unknown field `expiers`",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nexpires = 10:00:00"),
            "known.toml:4:11: write a day alone, such as 2026-12-31",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nscenario = ['paid-life', 'paid-live']"),
            "known.toml:4:26: there is no scenario `paid-live`; did you mean `paid-life`?",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nscenario = []"),
            "known.toml:4:12: name a scenario, or leave the line out",
        ),
        (
            entry("rule = 'SIG004'\nreason = 'x'\nscenario = 4"),
            "expected the name of a scenario, or a list of names",
        ),
        (entry("rule = 'SIG004'"), "missing field `reason`"),
        ("[[known-failure]\n".to_owned(), "known.toml:1:"),
    ] {
        write(folder.path(), &text);
        let (code, out, err) = check(folder.path(), None, &LIST);
        assert_eq!((code, out.as_str()), (2, ""), "{text}");
        assert!(err.contains(wanted), "{err}");
    }
    assert!(!folder.path().join("galleria-report").exists());
}

#[test]
fn an_excuse_for_one_scenario_excuses_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let entry =
        "[[known-failure]]\nrule = 'IDM001'\nscenario = 'purchase-repeated'\nreason = 'x'\n";
    write(folder.path(), entry);
    let (code, out, _) = check(folder.path(), Some("new-id-each-call"), &LIST);
    assert_eq!(code, 1);
    assert!(out.contains("further findings are excused: x"), "{out}");
    let one = [&LIST[..], &["--scenario", "purchase-repeated"]].concat();
    let (code, out, _) = check(folder.path(), Some("new-id-each-call"), &one);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn an_excuse_whose_day_is_over_fails_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let entry = |day: &str| {
        format!("[[known-failure]]\nrule = 'SIG004'\nreason = 'next release'\nexpires = {day}\n")
    };
    write(folder.path(), &entry("2999-12-31"));
    let (code, out, _) = check(folder.path(), Some("signature-in-hex"), &LIST);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("next release (until 2999-12-31)"), "{out}");
    write(folder.path(), &entry("2020-01-31"));
    let (code, out, _) = check(folder.path(), Some("signature-in-hex"), &LIST);
    assert_eq!(code, 1);
    assert!(
        out.contains("its excuse ended on 2020-01-31: next release"),
        "{out}"
    );
    let (code, out, _) = check(folder.path(), None, &LIST);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("was excused until 2020-01-31 only"), "{out}");
}

#[test]
fn the_list_is_written_and_keeps_what_people_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = check(folder.path(), Some("new-id-each-call"), &UPDATE);
    assert_eq!(code, 0, "{err}");
    let (code, out, _) = check(folder.path(), Some("new-id-each-call"), &LIST);
    assert_eq!(code, 0, "{out}");
    let path = folder.path().join("known.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\n    \"purchase-repeated\",\n"), "{text}");
    // One entry, one reason.
    assert_eq!(text.matches("rule = ").count(), 1, "{text}");
    let first = text.find("reason = ").unwrap();
    let mut told_by_hand = format!("# Ours.\n{text}");
    told_by_hand.replace_range(first + 8..first + 8, "reason = \"ticket 7\" # soon\n#");
    fs::write(&path, &told_by_hand).unwrap();
    let (code, _, err) = check(folder.path(), Some("new-id-each-call"), &UPDATE);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("0 added, 0 taken off"), "{err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), told_by_hand);
    let (code, _, err) = check(folder.path(), None, &UPDATE);
    assert_eq!(code, 0, "{err}");
    assert!(!fs::read_to_string(&path).unwrap().contains("IDM001"));
}

#[test]
fn what_fails_further_joins_an_entry_that_nobody_explained_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.toml");
    let listed = |reason: &str| {
        format!(
            "[[known-failure]]\nrule = \"IDM001\"\nscenario = \"purchase-repeated\"\nreason = \"{reason}\"\n"
        )
    };
    for (reason, entries) in [("not explained yet: x", 1), ("ticket 4711", 2)] {
        write(folder.path(), &listed(reason));
        let (code, _, err) = check(folder.path(), Some("new-id-each-call"), &UPDATE);
        assert_eq!(code, 0, "{err}");
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("[[known-failure]]").count(), entries, "{text}");
        assert_eq!(text.matches("\"purchase-repeated\"").count(), 1, "{text}");
        let (code, out, _) = check(folder.path(), Some("new-id-each-call"), &LIST);
        assert_eq!(code, 0, "{out}");
    }
}

#[test]
fn one_of_several_scenarios_that_holds_again_is_told_and_taken_off_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.toml");
    let entry = "[[known-failure]]\nrule = \"IDM001\"\nscenario = [\"paid-life\", \"purchase-repeated\"] # both\nreason = \"x\"\n";
    let two = ["--scenario", "paid-life", "--scenario", "purchase-repeated"];
    write(folder.path(), entry);
    let list = [&LIST[..], &two].concat();
    let (code, out, _) = check(folder.path(), Some("new-id-each-call"), &list);
    assert_eq!(code, 0, "{out}");
    let update = [&UPDATE[..], &two].concat();
    check(folder.path(), None, &update);
    let text = fs::read_to_string(&path).unwrap();
    // The rule has nothing to look at in the other one, so that nothing is known to be mended there.
    assert!(text.contains("scenario = [\"paid-life\"] # both"), "{text}");
}

#[test]
fn an_excuse_that_has_ended_is_renewed_by_nobody_but_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let entry = "[[known-failure]]\nrule = 'SIG004'\nreason = 'x'\nexpires = 2020-01-31\n";
    write(folder.path(), entry);
    let (code, _, err) = check(folder.path(), Some("signature-in-hex"), &UPDATE);
    assert_eq!(code, 1);
    assert!(err.contains("the excuse of SIG004 has ended"), "{err}");
    assert_eq!(
        fs::read_to_string(folder.path().join("known.toml")).unwrap(),
        entry
    );
}

#[test]
fn what_failed_last_time_is_played_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = check(folder.path(), None, &["--last-failed"]);
    assert_eq!(code, 2);
    assert!(err.contains("needs the record of a last run"), "{err}");
    check(folder.path(), Some("new-id-each-call"), &[]);
    let json_too = ["--last-failed", "--report", "json=out.json"];
    let (code, out, _) = check(folder.path(), None, &json_too);
    assert_eq!(code, 0, "{out}");
    let report = json(&folder.path().join("out.json"));
    let played: Vec<_> = report["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| &s["id"])
        .collect();
    assert!(
        played.len() < 10 && played.iter().any(|id| *id == "purchase-repeated"),
        "{played:?}"
    );
    assert_eq!(report["run"]["part"], true);
    let (code, _, err) = check(folder.path(), None, &["--last-failed"]);
    assert_eq!(code, 0);
    assert!(err.contains("nothing failed in the last run"), "{err}");
}

#[test]
fn a_run_stops_when_as_many_rules_failed_as_it_was_told() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 16 * 1024]);
            let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            let _ = stream.write_all(page.as_bytes());
        }
    });
    let own = ["--url", &url, "--key", KEY, "--report", "json=out.json"];
    let stop = |most| [&own[..], &["--jobs", "1", "--max-failures", most]].concat();
    let (code, _, _) = check(folder.path(), None, &stop("2"));
    assert_eq!(code, 1);
    let report = json(&folder.path().join("out.json"));
    assert_eq!(report["run"]["stopped"]["why"], "too-many-failures");
    assert!(report["exchanges"].as_array().unwrap().len() < 20);
    let (code, _, err) = check(folder.path(), None, &["--max-failures", "0"]);
    assert_eq!(code, 2, "{err}");
}

#[test]
fn too_little_of_the_life_cycle_fails_the_run_and_every_report_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = check(folder.path(), None, &["--min-coverage", "10"]);
    assert_eq!(code, 0, "{out}");
    let (code, out, _) = check(folder.path(), None, &["--min-coverage", "100"]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("FAIL: less than 100% of the life cycle was played"),
        "{out}"
    );
    let report = json(&folder.path().join("galleria-report/report.json"));
    let life = &report["life_cycle"];
    let edges = life["edges"].as_array().unwrap();
    let played = edges.iter().filter(|edge| edge["played"] == true).count();
    assert_eq!(life["played"], played);
    assert!(played > 0 && played < edges.len(), "{life}");
    let page = fs::read_to_string(folder.path().join("galleria-report/report.html")).unwrap();
    let never = edges.iter().filter(|edge| edge["played"] == false).count();
    assert_eq!(page.matches("(never played)").count(), never);
}
