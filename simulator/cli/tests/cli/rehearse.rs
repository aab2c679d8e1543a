//! `galleria rehearse` as a user runs it.

use crate::support::{KEY, SellerProcess, galleria, json, rules_with, run, told};

/// A rehearsal of a seller with these further arguments.
fn rehearse(url: &str, arguments: &[&str]) -> (tempfile::TempDir, i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut all = vec!["rehearse", "--url", url, "--key", KEY];
    all.extend(arguments);
    let (code, out, err) = told(&run(folder.path(), &all));
    (folder, code, out, err)
}

#[test]
fn an_outage_of_170_minutes_is_survived_and_one_of_181_is_refunded() {
    let seller = SellerProcess::start(&[]);
    let bundle = ["--outage", "170m", "--report", "bundle=evidence.zip"];
    let (folder, code, out, err) = rehearse(seller.url(), &bundle);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("galleria rehearse http"), "{out}");
    let (code, verified, _) = told(&run(folder.path(), &["verify", "evidence.zip"]));
    assert_eq!(code, 0, "{verified}");
    assert!(!verified.contains("stand as recorded"), "{verified}");
    assert_eq!(out.matches("2:50  the outage is over").count(), 5, "{out}");
    let delivered = "buyer  delivered after 3:00, with a login and an address to open";
    assert_eq!(out.matches(delivered).count(), 5, "{out}");
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(report["run"]["verdict"], "pass");
    assert_eq!(rules_with(&report, "fail"), Vec::<String>::new());
    let lost = &report["scenarios"][3]["steps"][2]["happened"];
    assert!(lost[1]["exchange"].is_u64(), "{lost}");
    assert_eq!(lost.as_array().unwrap().last().unwrap()["at_s"], 10_800);
    let kinds = ["--outage", "181m", "--outage-kind", "answer-lost,refused"];
    let (_, code, out, err) = rehearse(seller.url(), &kinds);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("4 calls, none succeeded: the order fails and is refunded"));
    let orphan = "refunded after 3:00, nothing delivered; the seller has made an instance";
    assert_eq!(out.matches(orphan).count(), 1, "{out}");
}

#[test]
fn the_schedule_is_the_profiles_and_can_be_another() {
    let seller = SellerProcess::start(&[]);
    let intl = [
        "--profile",
        "intl-v1",
        "--outage",
        "170m",
        "--outage-kind",
        "refused",
    ];
    let (_, code, out, _) = rehearse(seller.url(), &intl);
    assert_eq!(code, 0);
    assert!(
        out.contains("2:51  delivered by call 58 of the order"),
        "{out}"
    );
    let every = [
        "--outage",
        "8m",
        "--outage-kind",
        "cut",
        "--every",
        "5m",
        "--window",
        "20m",
    ];
    let (_, code, out, _) = rehearse(seller.url(), &every);
    assert_eq!(code, 0);
    assert!(
        out.contains("0:10  delivered by call 3 of the order"),
        "{out}"
    );
}

#[test]
fn calls_of_v2_carry_the_time_that_it_really_is() {
    let seller = SellerProcess::start(&[]);
    let (_, code, out, err) = rehearse(seller.url(), &["--profile", "cn-v2"]);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(
        out.matches("delivered after 3:00, with a login").count(),
        5,
        "{out}"
    );
    assert_eq!(out.matches("refunded after 3:00").count(), 1, "{out}");
}

#[test]
fn later_scenes_meet_outages_too() {
    let seller = SellerProcess::start(&[]);
    for activity in ["refreshInstance", "releaseInstance"] {
        let (_, code, out, err) = rehearse(seller.url(), &["--activity", activity]);
        assert_eq!(code, 0, "{activity}\n{out}{err}");
        assert!(
            out.contains("nothing of it; mail to the marketplace"),
            "{out}"
        );
    }
}

#[test]
fn a_seller_that_makes_another_instance_behind_a_lost_answer_is_told() {
    let seller = SellerProcess::start(&["--fault", "orders-kept-by-connection"]);
    let (folder, code, out, _) = rehearse(
        seller.url(),
        &[
            "--outage-kind",
            "answer-lost",
            "--outage",
            "30m",
            "--rule",
            "IDM00[128]",
        ],
    );
    assert_eq!(code, 1, "{out}");
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert!(!rules_with(&report, "fail").is_empty());
}

#[test]
fn a_login_that_does_not_decrypt_is_blank_for_the_buyer() {
    let seller = SellerProcess::start(&["--fault", "access-key-as-cipher-key"]);
    let arguments = ["--outage", "30m", "--outage-kind", "refused"];
    let (_, code, out, err) = rehearse(seller.url(), &arguments);
    assert_eq!(code, 1, "{out}{err}");
    assert!(
        out.contains("but the login is blank: it does not decrypt"),
        "{out}"
    );
}

#[test]
fn a_seller_that_is_away_is_waited_for() {
    let port = crate::support::free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let folder = tempfile::tempdir().unwrap();
    let waiting = galleria()
        .current_dir(folder.path())
        .args([
            "rehearse", "--url", &url, "--key", KEY, "--real", "--within", "5s",
        ])
        .args(["--every", "1m"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let record = folder.path().join("galleria-report/record.jsonl");
    let missed = || {
        std::fs::read_to_string(&record)
            .unwrap_or_default()
            .contains("\"outage\"")
    };
    while !missed() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let _seller = SellerProcess::start_at(&port, &[]);
    let (code, out, _) = told(&waiting.wait_with_output().unwrap());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("newInstance: met an outage"), "{out}");
    assert!(out.contains("the outage is over"), "{out}");
}

#[test]
fn commands_take_the_seller_down_and_bring_it_up() {
    let folder = tempfile::tempdir().unwrap();
    let port = crate::support::free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    let up = format!("{binary} seller --port {port} --key {KEY} >/dev/null 2>&1 & echo $! > pid");
    let started = std::process::Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", &up])
        .status();
    assert!(started.unwrap().success());
    let arguments = [
        "rehearse",
        "--url",
        &url,
        "--key",
        KEY,
        "--wait-for",
        "20s",
        "--outage",
        "100m",
        "--down-cmd",
        "kill -9 $(cat pid)",
        "--up-cmd",
        &up,
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    let pid = std::fs::read_to_string(folder.path().join("pid")).unwrap();
    let _ = std::process::Command::new("kill")
        .args(["-9", pid.trim()])
        .status();
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.contains("the outage begins: the seller is taken down"),
        "{out}"
    );
    assert!(out.contains("buyer  delivered after 2:00"), "{out}");
}

#[test]
fn licences_are_rehearsed_with_the_call_that_is_paid_for() {
    for (profile, billing, scene, rule) in [
        ("licence-old", "period", "getLicense", "IDM001"),
        ("licence-online", "period", "newInstance", "IDM001"),
        ("licence-code", "period", "refreshLicenseCode", "IDM009"),
        (
            "licence-code",
            "one-time",
            "updateLicenseCodeStatus",
            "IDM013",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let arguments = ["rehearse", "--profile", profile, "--billing", billing, "-v"];
        let (code, out, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 0, "{profile}\n{out}{err}");
        assert!(out.contains(scene), "{profile}\n{out}");
        let report = json(&folder.path().join("galleria-report/report.json"));
        let held = rules_with(&report, "pass");
        assert!(held.iter().any(|id| id == rule), "{profile}: {held:?}");
    }
}

#[test]
fn nobody_dies_over_a_purchase_that_is_never_called() {
    let crash = [
        "--crash",
        "--start-cmd",
        "shop",
        "--profile",
        "licence-code",
    ];
    let (folder, code, _, err) = rehearse("http://127.0.0.1:9/produceAPI", &crash);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("the marketplace makes the licence codes itself"),
        "{err}"
    );
    assert!(!folder.path().join("galleria-report").exists());
}

#[test]
fn wrong_input_is_told_before_anything_is_called() {
    let wrong: [(&[&str], &str); 7] = [
        (
            &["--outage-kind", "fire"],
            "there is no kind of outage `fire`",
        ),
        (&["--outage-kind", "refusde"], "did you mean `refused`?"),
        (&["--outage", "soon"], "write a time such as"),
        (
            &["--activity", "queryInstance"],
            "there is no activity that is made again",
        ),
        (&["--safe"], "a rehearsal buys"),
        (&["--jobs", "4"], "one scenario after the other"),
        (&["--real"], "--url"),
    ];
    for (arguments, message) in wrong {
        let folder = tempfile::tempdir().unwrap();
        let mut all = vec!["rehearse"];
        all.extend(arguments);
        let (code, _, err) = told(&run(folder.path(), &all));
        assert_eq!(code, 2, "{arguments:?}\n{err}");
        assert!(err.contains(message), "{arguments:?}\n{err}");
        assert!(!folder.path().join("galleria-report").exists());
    }
}

#[test]
fn a_command_that_fails_is_told() {
    let seller = SellerProcess::start(&[]);
    let arguments = [
        "--outage",
        "30m",
        "--down-cmd",
        "exit 3",
        "--up-cmd",
        "true",
    ];
    let (folder, _, out, err) = rehearse(seller.url(), &arguments);
    let report = json(&folder.path().join("galleria-report/report.json"));
    let reason = report["scenarios"][0]["steps"][2]["left_out"].to_string();
    assert!(
        reason.contains("the command `exit 3` failed"),
        "{reason}\n{out}{err}"
    );
    let (_, code, _, err) = rehearse(seller.url(), &["--down-cmd", "true"]);
    assert_eq!(code, 2, "{err}");
}
