//! What stands in a catalogue is said somewhere.

use std::fs;
use std::path::Path;

#[derive(serde::Deserialize)]
struct File {
    say: Vec<Said>,
}

#[derive(serde::Deserialize)]
struct Said {
    en: String,
}

/// The sources on one line: no marks of comments, no ends of lines within literals.
fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | "tests" | "lang" | ".git") {
                sources(&path, all);
            }
        } else if [".rs", ".toml", ".html", ".js"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            for line in fs::read_to_string(&path).unwrap().lines() {
                let line = line
                    .trim()
                    .trim_start_matches("/// ")
                    .trim_end_matches('\\');
                all.push_str(line.trim());
                all.push(' ');
            }
        }
    }
}

/// What clap, the system and the readers of TOML and addresses say, whose sources are not here.
const OF_OTHERS: [&str; 16] = [
    "SYNOPSIS",
    "Possible values:",
    "Print help",
    "Print this message",
    "Print version",
    "[",
    "For more information, try",
    "error: ",
    "tip: ",
    "No such file or directory",
    "Permission denied",
    "{1}: failed to lookup",
    "Name or service not known",
    "relative URL without a base",
    "{1}: unclosed array",
    "{1}: unknown field",
];

/// What is put together of words that stand one by one.
const PUT_TOGETHER: [&str; 9] = [
    "delivered at once",
    "delivered after {1}",
    "tls-failed: ",
    "not-http: ",
    "measuring ",
    "failed, now ",
    "held, now ",
    "never nothing ",
    "played nothing ",
];

/// The longest run of plain words in a text: what stands around it may be put together at run time.
fn longest_run(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphabetic() || " '-".contains(letter);
    let runs = text.split(|letter| !is_plain(letter));
    plain(runs.max_by_key(|run| run.len()).unwrap_or_default())
}

/// Whether some of a text's words stand somewhere one behind the other: it may be put together of
/// several literals.
fn is_said(run: &str, all: &str) -> bool {
    const TOGETHER: usize = 3;
    let words: Vec<&str> = run.split(' ').collect();
    let mut windows = words.windows(TOGETHER.min(words.len()));
    windows.any(|words| all.contains(&words.join(" ")))
}

/// Words alone, in lower case.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.to_lowercase()
}

#[test]
fn no_text_of_the_catalogue_is_stale() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = String::new();
    sources(&root, &mut all);
    let all = plain(&all);
    let file: File = toml::from_str(include_str!("../../lang/zh.toml")).unwrap();
    let texts = file.say.iter().map(|said| &said.en);
    let ours = texts.filter(|text| {
        let mut others = OF_OTHERS.iter().chain(&PUT_TOGETHER);
        !others.any(|known| text.starts_with(known))
    });
    let stale: Vec<&String> = ours
        .filter(|text| !is_said(&longest_run(text), &all))
        .collect();
    assert!(
        stale.is_empty(),
        "{} are said nowhere: {stale:#?}",
        stale.len()
    );
}
