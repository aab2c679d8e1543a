//! `galleria profiles`, and checks by other rule books than the default.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{KEY, SellerProcess, json, rules_with, run, told};

/// What a command prints on standard output; it must end with 0.
fn shown(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = told(&run(folder, arguments));
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}

fn printed(arguments: &[&str]) -> String {
    shown(tempfile::tempdir().unwrap().path(), arguments)
}

fn parsed(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

#[test]
fn the_list_names_every_book() {
    let list = printed(&["profiles"]);
    assert!(list.contains("cn-v1  Mainland China"), "{list}");
    assert!(list.contains("intl-v1  International site"), "{list}");
    assert!(list.contains("eu-v2  European site"), "{list}");
    let books = parsed(&["profiles", "--format", "json"]);
    let told = |key: &str| -> Vec<String> {
        let books = books.as_array().unwrap().iter();
        books
            .map(|book| book[key].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        told("id"),
        [
            "cn-v1",
            "cn-v2",
            "eu-v2",
            "intl-v1",
            "intl-v2",
            "licence-code",
            "licence-old",
            "licence-online"
        ]
    );
    assert_eq!(
        told("api"),
        ["v1", "v2", "v2", "v1", "v2", "v2", "v1", "v2"]
    );
}

#[test]
fn the_list_tells_which_kinds_of_products_need_what() {
    let list = printed(&["profiles"]);
    for kind in [
        "\n  licence that is opened online\n    a production interface of five scenes, ",
        "\n    judged by licence-online\n",
        "\n  hardware\n    no production interface\n",
        "\n  image\n    no production interface\n    no notice of orders (orderNotify)\n",
    ] {
        assert!(list.contains(kind), "{kind}: {list}");
    }
}

#[test]
fn a_book_is_shown_whole() {
    insta::assert_snapshot!("intl_v1", printed(&["profiles", "show", "intl-v1"]));
    insta::assert_snapshot!("cn_v2", printed(&["profiles", "show", "cn-v2"]));
}

#[test]
fn a_scene_is_shown_alone() {
    let scene = printed(&["profiles", "show", "cn-v1", "--scene", "upgrade"]);
    assert!(
        scene.starts_with("upgrade: A higher specification"),
        "{scene}"
    );
    assert!(
        scene.contains("skuCode") && !scene.contains("000107"),
        "{scene}"
    );
}

#[test]
fn a_book_as_json_has_its_tables_with_sources() {
    let book = parsed(&["profiles", "show", "intl-v1", "--format", "json"]);
    let rows = book["scenes"]["newInstance"]["request"].as_array().unwrap();
    let name = rows
        .iter()
        .find(|row| row["name"] == "customerName")
        .unwrap();
    assert_eq!(name["need"], "optional");
    assert_eq!(name["max"], 64);
    assert_eq!(name["source"]["page"], "2025-11-18");
    assert_eq!(book["limits"]["answer"], "20s");
    assert_eq!(book["scenes"]["newInstance"]["retry"]["every"], "3m");
}

#[test]
fn the_sites_are_compared() {
    insta::assert_snapshot!(
        "cn_v1_against_intl_v1",
        printed(&["profiles", "diff", "cn-v1", "intl-v1"])
    );
    insta::assert_snapshot!(
        "cn_v2_against_eu_v2",
        printed(&["profiles", "diff", "cn-v2", "eu-v2"])
    );
    let found = parsed(&["profiles", "diff", "cn-v1", "intl-v1", "--format", "json"]);
    let differences = found["differences"].as_array().unwrap();
    let names = differences
        .iter()
        .find(|d| d["subject"] == "customerName")
        .unwrap();
    assert_eq!(
        (&names["a"]["value"], &names["b"]["value"]),
        (&"M".into(), &"O".into())
    );
    assert_eq!(names["b"]["source"], "v1 §5.1, page of 2025-11-18");
}

#[test]
fn a_comparison_ends_with_1_only_where_it_is_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let code = |arguments: &[&str]| told(&run(folder.path(), arguments)).0;
    let same = ["profiles", "diff", "cn-v1", "cn-v1", "--exit-code"];
    assert_eq!(code(&same), 0);
    assert_eq!(code(&["profiles", "diff", "cn-v1", "intl-v1"]), 0);
    assert_eq!(
        code(&["profiles", "diff", "cn-v1", "intl-v1", "--exit-code"]),
        1
    );
    assert_eq!(printed(&same), "cn-v1 and cn-v1 state the same facts\n");
}

#[test]
fn a_book_of_ones_own_starts_from_one_that_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let text = shown(
        folder.path(),
        &["profiles", "show", "cn-v1", "--format", "toml"],
    );
    fs::write(
        folder.path().join("mine.toml"),
        text.replace("max = 1024", "max = 8"),
    )
    .unwrap();
    let found = shown(folder.path(), &["profiles", "diff", "cn-v1", "mine.toml"]);
    assert!(found.ends_with("\n1 fact differs\n"), "{found}");
    let arguments = [
        "check",
        "--profile",
        "./mine.toml",
        "--report",
        "json=out.json",
    ];
    let (code, out, _) = told(&run(folder.path(), &arguments));
    assert_eq!(
        code, 1,
        "the reference seller's memo is longer than 8: {out}"
    );
    let report = json(&folder.path().join("out.json"));
    assert_eq!(report["run"]["profile"], "mine");
    assert_eq!(rules_with(&report, "fail"), ["FLD008"]);
}

#[test]
fn a_mistake_in_a_book_of_ones_own_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = shown(
        folder.path(),
        &["profiles", "show", "cn-v1", "--format", "toml"],
    );
    fs::write(
        folder.path().join("mine.toml"),
        text.replace("site =", "siet ="),
    )
    .unwrap();
    for arguments in [
        &["check", "--profile", "mine.toml"][..],
        &["profiles", "show", "mine.toml"],
        &["profiles", "diff", "cn-v1", "mine.toml"],
    ] {
        let (code, out, err) = told(&run(folder.path(), arguments));
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.starts_with("error: mine.toml:"), "{err}");
        assert!(err.contains("unknown field `siet`"), "{err}");
        assert!(err.contains("did you mean `site`?"), "{err}");
    }
}

#[test]
fn every_billing_mode_passes_by_the_international_book() {
    let folder = tempfile::tempdir().unwrap();
    for billing in ["period", "one-time", "on-demand", "package"] {
        let of = |profile: &str| {
            let arguments = ["check", "--profile", profile, "--billing", billing];
            let arguments = [&arguments[..], &["--report", "json=out.json"]].concat();
            shown(folder.path(), &arguments);
            let report = json(&folder.path().join("out.json"));
            ["unobserved", "not-applicable"].map(|verdict| rules_with(&report, verdict))
        };
        assert_eq!(of("intl-v1"), of("cn-v1"), "{billing}");
    }
}

#[test]
fn a_mainland_code_is_told_as_such_on_the_international_site() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "sells-once-to-a-customer"]);
    let check = |profile| {
        let arguments = [
            "check",
            "--url",
            seller.url(),
            "--key",
            KEY,
            "--profile",
            profile,
            "--report",
            "json=out.json",
        ];
        told(&run(folder.path(), &arguments)).0
    };
    assert_eq!(check("cn-v1"), 0);
    assert_eq!(check("intl-v1"), 1);
    let report = json(&folder.path().join("out.json"));
    assert_eq!(rules_with(&report, "fail"), ["FLD005"]);
    let rules = report["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "FLD005").unwrap();
    let why = "The code 000103 is not in the international site's table (intl-v1); \
               it is in that of: mainland (cn-v1).";
    assert_eq!(rule["findings"][0]["explanation"], why);
}

#[test]
fn codes_and_contradictions_are_explained_by_book() {
    let code = printed(&["explain", "000103"]);
    assert!(code.contains("cn-v1: newInstance"), "{code}");
    assert!(code.contains("intl-v1: not in this site's table"), "{code}");
    let point = printed(&["explain", "customer-name"]);
    assert!(point.contains("cn-v1 takes: mandatory"), "{point}");
    assert!(point.contains("intl-v1 takes: optional"), "{point}");
    assert!(printed(&["explain", "AUT006"]).contains("customer-name: Whether"));
    assert!(printed(&["explain", "contradictions"]).contains("query-length"));
}

#[test]
fn a_check_by_a_book_of_v2_plays_its_scenarios() {
    let plan = |arguments: &[&str]| {
        let given = [&["check", "--dry-run", "--profile"], arguments].concat();
        told(&run(tempfile::tempdir().unwrap().path(), &given))
    };
    for profile in ["cn-v2", "intl-v2", "eu-v2"] {
        let (code, out, err) = plan(&[profile]);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("every-reason-to-renew: A renewal"), "{out}");
        assert!(out.contains("send upgradeInstance: "), "{out}");
        assert!(!out.contains("trial-to-formal: "), "{out}");
        assert!(out.contains("TRN005 answer-slow [should]"), "{out}");
    }
    assert_eq!(plan(&["cn-v2", "--with", "changeInstanceCheck"]).0, 0);
    let (code, _, err) = plan(&["cn-v2", "--with", "upgrade"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("(known: upgradeInstance, changeInstanceCheck)"),
        "{err}"
    );
    let (code, _, err) = plan(&["eu-v2", "--billing", "on-demand"]);
    assert_eq!(code, 2);
    assert!(err.contains("(it has: period, one-time)"), "{err}");
}

#[test]
fn the_european_key_is_given_as_its_console_shows_it() {
    let told = |profile: &str, key: &str| {
        let url = "http://127.0.0.1:9/saasproduce";
        let arguments = [
            "check",
            "--dry-run",
            "--url",
            url,
            "--profile",
            profile,
            "--key",
            key,
        ];
        told(&run(tempfile::tempdir().unwrap().path(), &arguments))
    };
    assert_eq!(told("eu-v2", "b2J2aW91c2x5LWZha2Uta2V5").0, 0);
    assert_eq!(told("cn-v2", KEY).0, 0);
    let (code, out, err) = told("eu-v2", KEY);
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    let wanted = "the access key from --key cannot be decoded: it is no Base64. Profile eu-v2 takes \
                  the key as the European console shows it, in Base64";
    assert!(err.contains(wanted), "{err}");
    assert!(!err.contains(KEY), "{err}");
}

#[test]
fn scenarios_tell_the_versions_that_they_are_played_over() {
    let list = printed(&["scenarios"]);
    let line = |id: &str| {
        let line = list
            .lines()
            .find(|line| line.split_whitespace().next() == Some(id));
        line.unwrap().to_owned()
    };
    assert!(line("freeze-and-unfreeze").ends_with("[v2; period, on-demand, package]"));
    assert!(line("names-of-customers").ends_with("[v1; all billing modes]"));
    assert!(line("purchase-repeated").ends_with("[v1 and v2; all billing modes]"));
    let whole = printed(&["explain", "freeze-and-unfreeze"]);
    assert!(
        whole.contains("\nplayed over v2; period, on-demand, package\n"),
        "{whole}"
    );
    assert!(whole.contains("send updateInstanceStatus: "), "{whole}");
    let all = parsed(&["scenarios", "--format", "json"]);
    let all = all.as_array().unwrap();
    let one = all
        .iter()
        .find(|one| one["id"] == "debug-calls-v2")
        .unwrap();
    assert_eq!(one["api"], serde_json::json!(["v2"]));
}

#[test]
fn contradictions_of_v2_are_told_by_book() {
    let point = printed(&["explain", "key-display"]);
    assert!(point.contains("cn-v2 takes: as it is."), "{point}");
    assert!(point.contains("eu-v2 takes: in Base64"), "{point}");
    assert!(
        point.contains("judged by: none: no seller fails for it"),
        "{point}"
    );
    let slow = printed(&["explain", "TRN005"]);
    assert!(slow.contains("answer-limit: How long"), "{slow}");
}

#[test]
fn the_schema_of_a_book_is_json() {
    assert_eq!(parsed(&["schema", "profile"])["title"], "galleria profile");
}
