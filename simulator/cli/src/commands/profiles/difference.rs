//! Where two rule books differ.

use std::fmt::Write as _;

use galleria_scenarios::profile::{self, Difference, Profile, Stated, diff};
use galleria_scenarios::verdict::ExitCode;
use serde_json::json;

use super::columns::columns;
use crate::args::{DiffArgs, ListFormat};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn difference(args: &DiffArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let (a, b) = (profile::open(&args.a)?, profile::open(&args.b)?);
    let found = diff(&a, &b);
    let text = match args.format {
        ListFormat::Json => format!(
            "{:#}\n",
            json!({ "a": a.id, "b": b.id, "differences": found })
        ),
        ListFormat::Text => in_words(&a, &b, &found),
    };
    terminal.print_said(&text)?;
    Ok(if args.exit_code && !found.is_empty() {
        ExitCode::Failed
    } else {
        ExitCode::Held
    })
}

fn in_words(a: &Profile, b: &Profile, found: &[Difference]) -> String {
    if found.is_empty() {
        return format!("{} and {} state the same facts\n", a.id, b.id);
    }
    let mut text = String::new();
    let mut group = None;
    for subject in
        found.chunk_by(|one, next| (&one.group, &one.subject) == (&next.group, &next.subject))
    {
        let first = &subject[0];
        if group != Some(&first.group) {
            let gap = if group.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", first.group);
            group = Some(&first.group);
        }
        let _ = writeln!(text, "  {}", first.subject);
        let rows = subject
            .iter()
            .flat_map(|difference| values(a, b, difference));
        text.push_str(&columns(&rows.collect::<Vec<_>>(), 4));
    }
    let facts = if found.len() == 1 {
        "fact differs"
    } else {
        "facts differ"
    };
    let _ = writeln!(text, "\n{} {facts}", found.len());
    text
}

/// What both books say of one fact: a line each.
fn values(a: &Profile, b: &Profile, difference: &Difference) -> [[String; 3]; 2] {
    let aspect = difference.aspect.unwrap_or("all of it");
    [
        [aspect.to_owned(), a.id.clone(), told(difference.a.as_ref())],
        [String::new(), b.id.clone(), told(difference.b.as_ref())],
    ]
}

fn told(stated: Option<&Stated>) -> String {
    match stated {
        None => "-".to_owned(),
        Some(stated) if stated.source.is_empty() => stated.value.clone(),
        Some(stated) => format!("{}  [{}]", stated.value, stated.source),
    }
}
