//! A result code: what it says, where it may be answered, and what the platform does with it.

use std::fmt::Write as _;

use galleria_protocol::code;
use galleria_scenarios::profile::{self, Code, Profile, Scene, in_words};

use super::paragraph::paragraph;

/// What each rule book says of a code; `None` where none has it.
pub(super) fn named(code: &str) -> Option<String> {
    let books: Vec<_> = profile::all().collect();
    let known = books.iter().find_map(|book| book.code(code))?;
    let mut text = format!(
        "{}  {}\n\nWhere it may be answered\n",
        known.code, known.meaning
    );
    for book in &books {
        let told = match book.code(code) {
            Some(known) => format!("{} [{}]", scenes(known), known.source),
            None => "not in this site's table".to_owned(),
        };
        let _ = writeln!(text, "  {}: {told}", book.id);
    }
    text.push_str("\nWhat the platform does with it\n");
    if code == code::SUCCESS {
        text.push_str(&paragraph(
            "  ",
            "The call is done, and the platform reads the other members of the answer. It is the only \
             code of success, and counts only with HTTP status 200, Body-Sign, and the members that the \
             scene demands.",
        ));
        return Some(text);
    }
    text.push_str(&paragraph(
        "  ",
        "The call has failed, though the HTTP status is 200. The debug step prints the message \
         result-code-wrong. An order's call is repeated with a fresh timeStamp and token; no page says \
         that one code ends the repeats sooner than another.",
    ));
    for book in books.iter().filter(|book| book.code(code).is_some()) {
        text.push_str(&repeats(book, code));
    }
    text.push_str("  galleria explain result-code-wrong\n");
    Some(text)
}

/// The scenes of a code, those that no page lists set apart.
fn scenes(known: &Code) -> String {
    let listed = match known.scenes.join(", ").as_str() {
        "all" => "every scene".to_owned(),
        listed => listed.to_owned(),
    };
    if known.by_analogy.is_empty() {
        return listed;
    }
    format!("{listed}; by analogy {}", known.by_analogy.join(", "))
}

/// How a book repeats the calls that may be answered with a code.
fn repeats(book: &Profile, code: &str) -> String {
    let may_answer = |scene: &str| book.code(code).is_some_and(|known| known.is_for(scene));
    let scenes = book.scenes.iter().filter(|(name, _)| may_answer(name));
    let lines = scenes.map(|(name, scene)| {
        let first = format!("  {}: {name} ", book.id);
        paragraph(&first, &repeat(scene))
    });
    lines.collect()
}

fn repeat(scene: &Scene) -> String {
    let Some(retry) = &scene.retry else {
        return "is repeated, no page says how long".to_owned();
    };
    let every = retry.every.map(in_words);
    let every = every.map_or_else(String::new, |every| format!(" every {every}"));
    let window = in_words(retry.window);
    format!("is repeated for {window}{every}; then: {}", retry.then)
}
