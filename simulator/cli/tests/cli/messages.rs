//! `galleria messages` as a user runs it.

use std::fs;
use std::path::Path;

use crate::support::{KEY, SellerProcess, run, told};

/// Orders that meet an outage leave messages.
fn outage(folder: &Path, url: &str, lasts: &str) {
    let arguments = [
        "rehearse",
        "-q",
        "--url",
        url,
        "--key",
        KEY,
        "--outage",
        lasts,
        "--outage-kind",
        "refused",
    ];
    assert_eq!(told(&run(folder, &arguments)).0, 0);
}

fn messages(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut all = vec!["messages"];
    all.extend(arguments);
    told(&run(folder, &all))
}

#[test]
fn a_delivery_that_failed_is_listed_shown_delivered_again_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--probe-port", "0"]);
    outage(folder.path(), seller.url(), "181m");
    let (code, out, _) = messages(folder.path(), &["list"]);
    assert_eq!((code, out.lines().count()), (0, 1), "{out}");
    assert!(out.contains("failed       4 calls  outage"), "{out}");
    let id = out.split_whitespace().next().unwrap().to_owned();
    let (code, shown, _) = messages(folder.path(), &["show", &id]);
    assert_eq!(code, 0);
    assert!(shown.contains("activity = newInstance"), "{shown}");
    for hidden in ["authToken", "timeStamp", "businessId", KEY] {
        assert!(!shown.contains(hidden), "{hidden}\n{shown}");
    }
    let file = folder.path().join(format!("galleria-messages/{id}.toml"));
    assert!(!fs::read_to_string(&file).unwrap().contains(KEY));
    for _ in 0..2 {
        let (code, out, err) = messages(folder.path(), &["resend", &id, "--key", KEY]);
        assert_eq!((code, out), (0, format!("{id}: accepted\n")), "{err}");
    }
    let (_, out, _) = messages(folder.path(), &["list"]);
    assert!(out.contains("delivered    6 calls  accepted"), "{out}");
    let (code, out, _) = messages(folder.path(), &["remove", "--delivered"]);
    assert_eq!((code, out.as_str()), (0, "removed 1\n"));
    assert!(!file.exists());
}

#[test]
fn a_resend_by_v2_is_signed_anew_and_one_that_fails_stays() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let url = seller.url().to_owned();
    let arguments = [
        "rehearse",
        "-q",
        "--profile",
        "cn-v2",
        "--url",
        &url,
        "--key",
        KEY,
        "--outage",
        "181m",
        "--outage-kind",
        "refused",
    ];
    assert_eq!(told(&run(folder.path(), &arguments)).0, 0);
    let resend = ["resend", "--all", "--key", KEY];
    let (code, out, _) = messages(
        folder.path(),
        &["resend", "--all", "--key", "another-fake-key"],
    );
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("refused with 000001"), "{out}");
    let (code, out, _) = messages(folder.path(), &resend);
    assert_eq!(code, 0, "{out}");
    let (_, out, _) = messages(folder.path(), &resend);
    assert!(out.contains("every message is delivered"), "{out}");
    outage(folder.path(), &url, "181m");
    drop(seller);
    assert_eq!(messages(folder.path(), &resend).0, 3);
}

#[test]
fn a_check_keeps_messages_only_where_it_is_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "hangs-up-on-renewals"]);
    let check = ["check", "-q", "--url", seller.url(), "--key", KEY];
    run(folder.path(), &check);
    assert!(!folder.path().join("galleria-messages").exists());
    run(
        folder.path(),
        &[&check[..], &["--messages", "kept"]].concat(),
    );
    let (code, out, _) = messages(folder.path(), &["list", "--messages", "kept"]);
    assert_eq!(code, 0);
    assert!(out.contains("refreshInstance-"), "{out}");
}

#[test]
fn wrong_input_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let told = |arguments: &[&str], message: &str| {
        let (code, _, err) = messages(folder.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}\n{err}");
        assert!(err.contains(message), "{arguments:?}\n{err}");
    };
    told(&["show", "none"], "there is no message `none`");
    told(&["show", "../../etc/passwd"], "there is no message");
    told(&["remove", "none"], "there is no message `none`");
    told(&["remove"], "required");
    told(&["resend"], "required");
    fs::create_dir(folder.path().join("galleria-messages")).unwrap();
    fs::write(folder.path().join("galleria-messages/a.toml"), "x = 1").unwrap();
    told(&["list"], "this is no message of galleria's");
    let (code, out, _) = messages(folder.path(), &["list", "--messages", "nowhere"]);
    assert_eq!(code, 0);
    assert!(out.contains("there is no message in nowhere"));
}
