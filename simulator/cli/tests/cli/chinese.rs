//! `--lang zh`: no command prints English prose.

use std::fs;
use std::path::Path;

use crate::support::{KEY, SellerProcess, free_port, galleria, run, told};

/// Lines that begin so are commands, which are typed as they stand.
const COMMANDS: [&str; 6] = [
    "galleria ",
    "GALLERIA_KEY=",
    "curl ",
    "pbpaste ",
    "printf ",
    "用法：",
];

/// What may stand before another English word: the program, and the verbs of scenarios before an activity.
const NAMES: [&str; 8] = [
    "galleria", "send", "burst", "tamper", "crash", "orders", "outage", "cut",
];

/// A word of prose: letters alone, no name such as `newInstance`, `fail-on` or `cn-v1`.
fn is_word(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic())
        && text.len() > 1
        && letters.all(|letter| letter.is_ascii_lowercase())
}

/// Two words of English one behind the other, outside of what is quoted.
fn prose(line: &str) -> Option<String> {
    let text = line.trim();
    if COMMANDS.iter().any(|command| text.starts_with(command)) {
        return None;
    }
    let unquoted: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
    unquoted.split("  ").find_map(prose_of_cell)
}

/// The same in one cell of a table.
fn prose_of_cell(cell: &str) -> Option<String> {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [one, other] => Some((one, other.trim_end_matches([',', ';', ':', '.']))),
        _ => None,
    });
    let mut prose = pairs.filter(|(one, other)| {
        let command = words.iter().any(|word| word.ends_with("galleria"));
        is_word(one) && is_word(other) && !NAMES.contains(one) && !command
    });
    prose.next().map(|(one, other)| format!("{one} {other}"))
}

/// Runs a command in Chinese; fails where it prints English prose, and where it ends otherwise than wanted.
fn chinese(folder: &Path, wanted: i32, arguments: &[&str]) -> String {
    let mut all = arguments.to_vec();
    let at = all.iter().position(|word| *word == "--");
    let at = at.unwrap_or(all.len());
    all.splice(at..at, ["--lang", "zh"]);
    let (code, out, err) = told(&run(folder, &all));
    assert_eq!(code, wanted, "{arguments:?}\n{out}{err}");
    let text = format!("{out}{err}");
    let left: Vec<_> = text.lines().filter(|line| prose(line).is_some()).collect();
    assert!(left.is_empty(), "{arguments:?}: {left:#?}");
    let has_chinese = |line: &str| line.chars().any(|letter| ('一'..='龥').contains(&letter));
    assert!(text.lines().any(has_chinese), "{arguments:?}\n{text}");
    text
}

#[test]
fn english_prose_is_seen() {
    for line in [
        "the outage is over",
        "  2:50  the outage 结束",
        "错误：no such file",
    ] {
        assert!(prose(line).is_some(), "{line}");
    }
    for line in [
        "  galleria check --url x",
        "生命周期：send upgrade",
        "没有消息 `no such thing`",
        "times, skew, nonce",
    ] {
        assert_eq!(prose(line), None, "{line}");
    }
}

#[test]
fn a_rehearsal_and_its_messages_are_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let cli = |wanted, arguments: &[&str]| chinese(folder.path(), wanted, arguments);
    let to_seller = ["--url", seller.url(), "--key", KEY, "--seed", "1"];
    let with = |command: &[&'static str]| [command, &to_seller].concat();
    let text = cli(0, &with(&["rehearse"]));
    assert!(text.contains("买家   3:00 后交付"), "{text}");
    cli(0, &with(&["rehearse", "--profile", "intl-v2"]));
    let later = ["rehearse", "--activity", "releaseInstance", "--dry-run"];
    cli(0, &with(&later));
    let text = cli(0, &["messages", "list"]);
    let id = text
        .lines()
        .find(|line| line.contains("失败"))
        .and_then(|line| line.split_whitespace().next())
        .unwrap()
        .to_owned();
    cli(0, &["messages", "show", &id]);
    cli(0, &["messages", "resend", &id, "--key", KEY]);
    cli(0, &["messages", "remove", "--delivered"]);
    cli(2, &["messages", "show", "nothing"]);
    cli(2, &["rehearse", "--outage", "5parsecs"]);
    cli(2, &["rehearse", "--outage-kind", "rain"]);
    cli(2, &["rehearse", "--profile", "cn-v9"]);
    cli(2, &["rehearse", "--safe"]);
}

#[test]
fn a_campaign_and_its_replay_are_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let right = SellerProcess::start(&[]);
    let cli = |wanted, arguments: &[&str]| chinese(folder.path(), wanted, arguments);
    cli(0, &["fuzz", "--cases", "20", "--seed", "3", "-v"]);
    let at = |url| ["--url", url, "--key", KEY];
    let campaign = ["fuzz", "--cases", "300", "--seed", "5"];
    cli(1, &[&campaign[..], &at(faulty.url())].concat());
    cli(1, &[&["replay"], &at(faulty.url())[..]].concat());
    let text = cli(0, &[&["replay"], &at(right.url())[..]].concat());
    assert!(text.contains("已修复"), "{text}");
    cli(2, &["replay"]);
    cli(2, &["fuzz", "--dictionary", "none.txt"]);
}

#[test]
fn a_probe_and_a_dial_test_are_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let faulty = SellerProcess::start(&["--fault", "test-order-matters"]);
    let cli = |wanted, arguments: &[&str]| chinese(folder.path(), wanted, arguments);
    let at = |url| ["--url", url, "--key", KEY];
    let probe = ["probe", "--profile", "cn-v2", "--nonce-wait", "1ms"];
    let text = cli(0, &[&probe[..], &at(seller.url())].concat());
    assert!(text.contains("接受 4096，未再尝试更多"), "{text}");
    cli(2, &["probe", "--url", seller.url(), "--part", "speed"]);
    cli(4, &["probe", "--url", seller.url(), "--key", "another"]);
    cli(3, &[&["probe"], &at("http://127.0.0.1:1/x")[..]].concat());
    cli(0, &["cases", "list"]);
    for scene in ["newInstance", "refreshInstance", "releaseInstance"] {
        let debug = [&["debug", scene, "--save"], &at(seller.url())[..]].concat();
        assert_eq!(told(&run(folder.path(), &debug)).0, 0);
    }
    cli(0, &["cases", "readiness"]);
    cli(2, &["cases", "show", "absent"]);
    cli(
        2,
        &["cases", "import", "http://isv.example/p?activity=relase"],
    );
    let days = ["dialtest", "--days", "8", "--seed", "7"];
    cli(0, &[&days[..], &at(seller.url())].concat());
    cli(1, &[&days[..], &at(faulty.url())].concat());
    cli(
        2,
        &[&["dialtest", "--case", "zz*"], &at(seller.url())[..]].concat(),
    );
}

#[test]
fn settings_runs_and_differences_are_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let cli = |wanted, arguments: &[&str]| chinese(folder.path(), wanted, arguments);
    cli(0, &["init", "--url", "https://isv.example/p"]);
    cli(2, &["init"]);
    cli(0, &["config"]);
    cli(2, &["config", "--target", "staging"]);
    fs::write(folder.path().join("galleria.toml"), "bilings = \"x\"\n").unwrap();
    cli(2, &["config"]);
    fs::remove_file(folder.path().join("galleria.toml")).unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    let seller = [
        binary, "seller", "--port", &port, "--key", KEY, "--lang", "zh",
    ];
    let scenario = ["--scenario", "paid-life", "--report-dir", "one"];
    let start = [
        &["run", "--url", &url, "--key", KEY],
        &scenario[..],
        &["--"],
    ]
    .concat();
    cli(0, &[&start[..], &seller].concat());
    let gone = [
        "run",
        "--url",
        &url,
        "--key",
        KEY,
        "--report-dir",
        "gone",
        "--",
        "false",
    ];
    cli(3, &gone);
    cli(2, &["run", "--", "true"]);
    let faulty = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let check = ["check", "--url", faulty.url(), "--key", KEY];
    let broken = [
        &check[..],
        &["--scenario", "purchase-repeated", "--report-dir", "two"],
    ];
    cli(0, &broken.concat());
    cli(
        0,
        &["report", "--diff", "one/record.jsonl", "one/record.jsonl"],
    );
    let (one, two) = ("one/record.jsonl", "two/record.jsonl");
    cli(0, &["report", "--diff", one, two]);
    cli(2, &["report", "--diff", one]);
    cli(2, &["report", "none.jsonl"]);
    for (share, place) in [("1/2", "first"), ("2/2", "second")] {
        cli(
            0,
            &[
                "check",
                "--shard",
                share,
                "--report-dir",
                place,
                "--seed",
                "4",
            ],
        );
    }
    let shards = ["first/record.jsonl", "second/record.jsonl"];
    cli(
        0,
        &[
            "report",
            "merge",
            shards[0],
            shards[1],
            "--out",
            "whole.jsonl",
        ],
    );
    cli(
        2,
        &[
            "report",
            "merge",
            shards[0],
            shards[0],
            "--out",
            "twice.jsonl",
        ],
    );
}

#[test]
fn every_help_is_shown_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let whole = told(
        &galleria()
            .args(["--help", "--lang", "en"])
            .output()
            .unwrap(),
    )
    .1;
    let commands = whole
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1);
    let lines = commands.take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !["", "help"].contains(name)).collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        chinese(folder.path(), 0, &[name, "--help"]);
        chinese(folder.path(), 0, &[name, "-h"]);
    }
}
