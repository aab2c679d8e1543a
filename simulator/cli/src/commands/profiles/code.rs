//! A result code, as `explain` tells it: what it says, and where it may be answered.

use std::fmt::Write as _;

use galleria_scenarios::profile;

/// What each rule book says of a code; `None` where none has it.
pub(in crate::commands) fn named(code: &str) -> Option<String> {
    let books: Vec<_> = profile::all().collect();
    let known = books.iter().find_map(|book| book.code(code))?;
    let mut text = format!("{}  {}\n", known.code, known.meaning);
    for book in &books {
        let told = match book.code(code) {
            Some(known) if known.by_analogy.is_empty() => known.scenes.join(", "),
            Some(known) => {
                let (scenes, further) = (known.scenes.join(", "), known.by_analogy.join(", "));
                format!("{scenes}; by analogy {further}")
            }
            None => "not in this site's table".to_owned(),
        };
        let _ = writeln!(text, "  {}: {told}", book.id);
    }
    Some(text)
}
