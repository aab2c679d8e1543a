//! Where the vendor's pages disagree, as `profiles show` and `explain` tell it.

use std::fmt::Write as _;

use galleria_scenarios::profile::{self, Contradiction, Profile};

/// One contradiction, behind `indent` blanks.
pub(super) fn entry(entry: &Contradiction, indent: usize) -> String {
    let mut text = format!("{:indent$}{}: {}\n", "", entry.id, entry.point);
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{:indent$}  {name:5}  {value}", "");
    };
    line("pages", &entry.versions.join(" / "));
    line("taken", &entry.taken);
    line("why", &entry.why);
    line("rules", &judged(entry));
    text
}

/// Which rules judge by what is taken.
fn judged(entry: &Contradiction) -> String {
    if entry.rules.is_empty() {
        "none: no seller fails for it".to_owned()
    } else {
        entry.rules.join(", ")
    }
}

/// The contradictions of that name, and how each rule book takes it.
pub(in crate::commands) fn named(id: &str) -> Option<String> {
    let books = taken_by(|entry| entry.id == id);
    (!books.is_empty()).then(|| told(&books))
}

/// The contradictions in which a rule judges by what is taken; nothing where there are none.
pub(in crate::commands) fn of_rule(id: &str) -> String {
    let books = taken_by(|entry| entry.rules.iter().any(|rule| rule == id));
    if books.is_empty() {
        return String::new();
    }
    let told = told(&books);
    let lines = told.lines().map(|line| format!("  {line}\n"));
    format!("\nWhere the pages disagree\n{}", lines.collect::<String>())
}

/// Every contradiction.
pub(in crate::commands) fn all() -> String {
    let told = told(&taken_by(|_| true));
    format!("Where the vendor's pages disagree, and what each profile takes.\n\n{told}")
}

/// The names of all contradictions.
pub(in crate::commands) fn names() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, entry) in taken_by(|_| true) {
        if !names.contains(&entry.id) {
            names.push(entry.id);
        }
    }
    names
}

/// The contradictions that fit, each beside the book that it is in.
fn taken_by(fits: impl Fn(&Contradiction) -> bool) -> Vec<(Profile, Contradiction)> {
    let all = profile::all().flat_map(|book| {
        let entries = book.contradictions.clone();
        entries.into_iter().map(move |entry| (book.clone(), entry))
    });
    all.filter(|(_, entry)| fits(entry)).collect()
}

/// Each point once, with what each book takes.
fn told(books: &[(Profile, Contradiction)]) -> String {
    let mut text = String::new();
    let mut seen: Vec<&str> = Vec::new();
    for (_, entry) in books {
        if seen.contains(&entry.id.as_str()) {
            continue;
        }
        seen.push(&entry.id);
        let _ = writeln!(text, "{}: {} [{}]", entry.id, entry.point, entry.source);
        for version in &entry.versions {
            let _ = writeln!(text, "  the pages: {version}");
        }
        for (book, same) in books.iter().filter(|(_, other)| other.id == entry.id) {
            let _ = writeln!(text, "  {} takes: {}. {}", book.id, same.taken, same.why);
        }
        let _ = writeln!(text, "  judged by: {}", judged(entry));
    }
    text
}
