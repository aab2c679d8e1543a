//! The commands that the README and the book print work as printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use crate::support::{free_port, galleria, told};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The lines behind `$ ` in a document's console blocks.
fn commands(document: &str) -> Vec<String> {
    let lines = document.lines().filter_map(|line| line.strip_prefix("$ "));
    lines.map(ToOwned::to_owned).collect()
}

/// The pages of the book, in its order.
fn pages() -> Vec<String> {
    let summary = fs::read_to_string(root().join("docs/src/SUMMARY.md")).unwrap();
    links(&summary)
}

/// Where a document's links lead to, but for those to other sites and to its own headings.
fn links(document: &str) -> Vec<String> {
    let behind = document.split("](").skip(1);
    let links = behind.filter_map(|text| text.split_once(')'));
    let paths = links.filter_map(|(link, _)| link.split('#').next());
    paths
        .filter(|path| !path.is_empty() && !path.contains("://"))
        .map(ToOwned::to_owned)
        .collect()
}

struct Background(Child);

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a seller or a console in a folder and waits until it says that it listens.
fn start(folder: &Path, arguments: &[&str]) -> Background {
    use std::io::{BufRead, BufReader};
    let mut child = galleria()
        .current_dir(folder)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.contains("listens on"), "{line}");
    Background(child)
}

/// What a command is expected to end with; `None` where it is no command to be played.
fn expected(words: &[&str], faulty_port: &str) -> Option<i32> {
    let names = |what: &str| words.iter().any(|word| word.contains(what));
    match words {
        ["cargo", "run", "--release", "--locked", "--", ..] => Some(0),
        ["cargo", ..] | ["export", "GALLERIA_KEY=your-access-key"] => None,
        ["galleria", "check", ..] if names(faulty_port) => Some(1),
        ["galleria", "verify", ..] if names("--computed") => Some(1),
        ["galleria", ..] => Some(0),
        _ => panic!("nobody plays this command: {words:?}"),
    }
}

/// Plays the commands, one behind the other in one folder; tells how many, and how many sellers and
/// consoles they started.
fn play(commands: Vec<String>) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let [faulty_port, own_port, crash_port, console_port] = [(); 4].map(|()| free_port());
    let own_key = "your-access-key";
    let _own = start(
        folder.path(),
        &["seller", "--port", &own_port, "--key", own_key],
    );
    let mut background = Vec::new();
    let mut played = 0;
    for command in commands {
        let started = format!("{} seller", env!("CARGO_BIN_EXE_galleria"));
        let command = command
            .replace("\"galleria seller", &format!("\"{started}"))
            .replace("127.0.0.1:4710", &format!("127.0.0.1:{console_port}"))
            .replace("18081", &crash_port)
            .replace("18080", &faulty_port)
            .replace("8080", &own_port);
        let words = shlex::split(&command).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let ["galleria", "seller" | "serve", ..] = words[..] {
            background.push(start(folder.path(), &words[1..]));
            continue;
        }
        let Some(expected) = expected(&words, &faulty_port) else {
            continue;
        };
        let skip = if words[0] == "cargo" { 5 } else { 1 };
        let output = galleria()
            .current_dir(folder.path())
            .env("GALLERIA_KEY", own_key)
            .args(&words[skip..])
            .output()
            .unwrap();
        let (code, out, err) = told(&output);
        assert_eq!(code, expected, "{command}\n{out}{err}");
        played += 1;
    }
    (played, background.len())
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (played, started) = play(commands(&readme));
    assert!(played >= 10 && started == 2, "played {played}");
}

/// A line without what differs from run to run: the seed, times, and the width of columns.
fn lasting(line: &str) -> String {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    for at in 1..words.len() {
        if words[at] == "ms" {
            words[at - 1] = "#";
        } else if words[at - 1] == "seed" {
            words[at] = "#,";
        }
    }
    words.join(" ")
}

#[test]
fn the_run_that_the_readme_shows_is_the_one_of_this_binary() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, shown) = readme.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let output = galleria().current_dir(folder.path()).arg("check").output();
    let printed: BTreeSet<String> = told(&output.unwrap()).1.lines().map(lasting).collect();
    let wanted = shown.lines().map(lasting).filter(|line| line != "...");
    let stale: Vec<String> = wanted.filter(|line| !printed.contains(line)).collect();
    assert!(
        stale.is_empty(),
        "write these lines of README.md anew: {stale:#?}\n{printed:#?}"
    );
    assert!(shown.contains(" rules: ") && shown.contains(" scenarios, "));
}

#[test]
fn every_command_of_the_book_does_what_it_says() {
    let folder = root().join("docs/src");
    let read = |page: String| fs::read_to_string(folder.join(page)).unwrap();
    let commands = pages()
        .into_iter()
        .map(read)
        .flat_map(|page| commands(&page));
    let (played, started) = play(commands.collect());
    assert!(played >= 15 && started == 2, "played {played}");
}

#[test]
fn the_book_holds_every_page_and_no_link_is_broken() {
    let folder = root().join("docs/src");
    let listed: BTreeSet<String> = pages().into_iter().collect();
    let named = |below: &str| -> Vec<String> {
        let files = fs::read_dir(folder.join(below)).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let pages = names.filter(|name| name != "rules");
        pages.map(|name| format!("{below}{name}")).collect()
    };
    let mut there: BTreeSet<String> = [named(""), named("rules/")].concat().into_iter().collect();
    there.remove("SUMMARY.md");
    assert_eq!(listed, there);
    for page in &listed {
        let page = folder.join(page);
        for link in links(&fs::read_to_string(&page).unwrap()) {
            let leads_to = page.parent().unwrap().join(&link);
            assert!(leads_to.exists(), "{} leads to {link}", page.display());
        }
    }
}

#[test]
fn every_rule_has_the_page_that_reports_link() {
    let listed: BTreeSet<String> = pages().into_iter().collect();
    let (_, rules, _) = told(
        &galleria()
            .args(["rules", "--format", "json"])
            .output()
            .unwrap(),
    );
    let rules: serde_json::Value = serde_json::from_str(&rules).unwrap();
    let rules = rules["rules"].as_array().unwrap();
    assert!(rules.len() > 100, "{}", rules.len());
    for rule in rules {
        let page = format!("rules/{}.md", rule["id"].as_str().unwrap());
        assert!(
            listed.contains(&page),
            "{page} is not in the book: run .ci/generate"
        );
    }
}
