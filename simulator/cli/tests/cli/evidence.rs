//! Evidence, packed by a check and by `report`, and verified.

use std::fs;

use crate::support::{KEY, SellerProcess, run, told};

#[test]
fn evidence_of_a_failing_run_is_packed_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "signature-in-hex"]);
    let check = ["check", "--url", seller.url(), "--key", KEY];
    let check = [&check[..], &["--report", "bundle=out/evidence.zip"]].concat();
    let (code, out, err) = told(&run(folder.path(), &check));
    assert_eq!(code, 1, "{err}");
    assert!(out.contains("  out/evidence.zip\n"), "{out}");
    let again = [
        "report",
        "galleria-report/record.jsonl",
        "--report",
        "bundle=again",
    ];
    assert_eq!(told(&run(folder.path(), &again)).0, 0);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert_eq!(read("out/evidence.zip"), read("again"));
    // The second is known by its bytes.
    for name in ["out/evidence.zip", "again"] {
        let (code, out, err) = told(&run(folder.path(), &["verify", name]));
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("fail: 1 rule failed"), "{out}");
        assert!(
            out.contains("every rule comes to what was recorded"),
            "{out}"
        );
        assert!(out.contains("RIGHT: the parts belong together"), "{out}");
    }
    let mut bytes = read("again");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(folder.path().join("again"), bytes).unwrap();
    let (code, out, _) = told(&run(folder.path(), &["verify", "again"]));
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("WRONG: "), "{out}");
    let (_, out, _) = told(&run(
        folder.path(),
        &["verify", "again", "--format", "json"],
    ));
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["fits"], false);
    assert!(!told["troubles"].as_array().unwrap().is_empty());
}

#[test]
fn a_rule_book_of_ones_own_is_packed_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let book = told(&run(
        folder.path(),
        &["profiles", "show", "cn-v1", "--format", "toml"],
    ));
    let mine = format!("# mine\n{}", book.1);
    fs::write(folder.path().join("cn-v1.toml"), &mine).unwrap();
    let check = [
        "check",
        "--profile",
        "./cn-v1.toml",
        "--report",
        "bundle=e.zip",
    ];
    assert_eq!(told(&run(folder.path(), &check)).0, 0);
    fs::remove_file(folder.path().join("cn-v1.toml")).unwrap();
    let (code, out, _) = told(&run(folder.path(), &["verify", "e.zip"]));
    assert_eq!(code, 0, "{out}");
    let record = fs::read_to_string(folder.path().join("galleria-report/record.jsonl")).unwrap();
    assert!(record.lines().next().unwrap().contains("# mine"));
}

#[test]
fn what_is_no_evidence_is_told_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("no.zip"), "no zip").unwrap();
    for (arguments, says) in [
        (
            &["verify", "none.zip"][..],
            "none.zip: the file cannot be read",
        ),
        (&["verify", "no.zip"], "no.zip: this is no zip file"),
        (&["verify", "no.zip", "--fresh"], "leave out --computed"),
        (&["check", "--report", "bundle=-"], "goes to a file"),
    ] {
        let (code, out, err) = told(&run(folder.path(), arguments));
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(says), "{err}");
    }
}
