//! All that a rule book holds.

use std::fmt::Write as _;

use galleria_scenarios::profile::{
    self, Amounts, Code, Contradiction, KeyForm, Profile, Row, Scene, Source, in_words,
};
use galleria_scenarios::suggest;
use galleria_scenarios::verdict::ExitCode;
use serde_json::json;

use super::columns::columns;
use super::register;
use crate::args::{ShowArgs, ShowFormat};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn show(args: &ShowArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let mut book = profile::open(&args.profile)?;
    refuse_unknown(&book, &args.scene)?;
    if !args.scene.is_empty() {
        book.scenes.retain(|name, _| args.scene.contains(name));
    }
    let text = match args.format {
        ShowFormat::Json => format!("{:#}\n", json!(book)),
        ShowFormat::Toml => profile::text(&args.profile)?,
        ShowFormat::Text if args.scene.is_empty() => whole(&book),
        ShowFormat::Text => scenes(&book),
    };
    terminal.print_said(&text)?;
    Ok(ExitCode::Held)
}

fn refuse_unknown(book: &Profile, wanted: &[String]) -> Result<(), CliError> {
    let Some(unknown) = wanted.iter().find(|name| !book.scenes.contains_key(*name)) else {
        return Ok(());
    };
    let known: Vec<&str> = book.scenes.keys().map(String::as_str).collect();
    let hint = suggest::hint(unknown, known.iter().copied());
    Err(CliError::usage(format!(
        "profile {} has no scene `{unknown}`{hint} (it has: {})",
        book.id,
        known.join(", ")
    )))
}

fn whole(book: &Profile) -> String {
    let mut text = format!(
        "{}  {}\n{}\nFollows the {} site's pages up to {}.\n\n",
        book.id, book.title, book.about, book.site, book.pages
    );
    text.push_str(&usages(book));
    text.push_str(&billing(book));
    let _ = write!(text, "\n{}", scenes(book));
    text.push_str(&objects(book));
    text.push_str(&codes(&book.codes));
    text.push_str(&contradictions(&book.contradictions));
    text
}

/// Times, tests, money: what counts in every scene.
fn usages(book: &Profile) -> String {
    let (limits, flag) = (&book.limits, &book.test_flag);
    let mut rows = vec![
        row(
            "a call may take",
            &in_words(limits.answer),
            &limits.answer_source,
        ),
        row(
            "it is slow from",
            &in_words(limits.slow),
            &limits.slow_source,
        ),
    ];
    let mut tests = format!(
        "debug step {}, real calls {}",
        flag.debug,
        flag.real.join(" or ")
    );
    if !flag.zero_in.is_empty() {
        let _ = write!(tests, "; 0 is sent in {}", flag.zero_in.join(", "));
    }
    rows.push(row("testFlag", &tests, &flag.source));
    rows.extend(signing(book));
    rows.extend(book.amounts.as_ref().map(money));
    for (rule, here) in &book.forces {
        let weight = format!("{} here: {}", here.force, here.why);
        rows.push(row(rule, &weight, &here.source));
    }
    format!("Usages\n{}", columns(&rows, 2))
}

/// The key, the date of a call, the signature of an answer.
fn signing(book: &Profile) -> [[String; 2]; 3] {
    let (key, time, answers) = (&book.key, &book.timestamp, &book.answers);
    let with_note = |text: String, note: &Option<String>| match note {
        Some(note) => format!("{text}; {note}"),
        None => text,
    };
    let shown = match key.shown {
        KeyForm::Plain => "the console shows it as it is",
        KeyForm::Base64 => "the console shows it in Base64; give it as it is shown",
    };
    let fresh = match time.fresh {
        Some(fresh) => format!(", fresh within {}", in_words(fresh)),
        None => ", no limit of its age".to_owned(),
    };
    let signed = if answers.signed {
        "every answer is signed"
    } else {
        "an answer need not be signed"
    };
    [
        row("key", &with_note(shown.to_owned(), &key.note), &key.source),
        row(
            "time of a call",
            &with_note(format!("{}{fresh}", time.form), &time.note),
            &time.source,
        ),
        row(
            "answers",
            &with_note(signed.to_owned(), &answers.note),
            &answers.source,
        ),
    ]
}

/// What orderAmount says.
fn money(amounts: &Amounts) -> [String; 2] {
    let (currency, decimals) = (&amounts.currency, amounts.decimals);
    let mut money = format!("{currency}, at most {decimals} decimals");
    if !amounts.negative.is_empty() {
        let scenes = amounts.negative.join(", ");
        let _ = write!(money, ", may be negative in {scenes}");
    }
    row("orderAmount", &money, &amounts.source)
}

fn row(name: &str, value: &str, source: &Source) -> [String; 2] {
    [name.to_owned(), format!("{value}  [{source}]")]
}

fn billing(book: &Profile) -> String {
    let rows: Vec<[String; 2]> = book
        .billing
        .iter()
        .map(|(mode, scenes)| {
            let mut needed = scenes.required.join(", ");
            if !scenes.optional.is_empty() {
                let _ = write!(needed, "; optional: {}", scenes.optional.join(", "));
            }
            row(mode.name(), &needed, &scenes.source)
        })
        .collect();
    format!("\nScenes by billing mode\n{}", columns(&rows, 2))
}

fn scenes(book: &Profile) -> String {
    let scenes = book.scenes.iter();
    scenes
        .map(|(name, scene)| of_scene(book, name, scene))
        .collect::<Vec<_>>()
        .join("\n")
}

fn of_scene(book: &Profile, name: &str, scene: &Scene) -> String {
    let mut text = format!("{name}: {}  [{}]\n", scene.about, scene.source);
    if let Some(note) = &scene.note {
        let _ = writeln!(text, "  note: {note}");
    }
    if let Some(retry) = &scene.retry {
        let every = retry
            .every
            .map(|every| format!(", every {}", in_words(every)));
        let _ = writeln!(
            text,
            "  a failed call is repeated for {}{}; then: {}  [{}]",
            in_words(retry.window),
            every.unwrap_or_default(),
            retry.then,
            retry.source
        );
    }
    let _ = write!(
        text,
        "  request\n{}",
        table(&scene.request, &book.common_request, &scene.source)
    );
    let _ = write!(
        text,
        "  answer\n{}",
        table(&scene.answer, &book.common_answer, &scene.source)
    );
    text
}

fn objects(book: &Profile) -> String {
    let mut text = String::new();
    for (name, object) in &book.objects {
        let _ = writeln!(text, "\n{name}  [{}]", object.source);
        if let Some(note) = &object.note {
            let _ = writeln!(text, "  note: {note}");
        }
        text.push_str(&table(&object.members, &[], &object.source));
    }
    text
}

/// A table; rows that come neither from its source nor from the common rows tell their own.
fn table(rows: &[Row], common: &[Row], source: &Source) -> String {
    let own = |row: &&Row| row.source != *source && !common.contains(row);
    let cells = |row: &Row| cells(row, Some(row).filter(own).map(|row| &row.source));
    columns(&rows.iter().map(cells).collect::<Vec<_>>(), 4)
}

fn cells(row: &Row, source: Option<&Source>) -> [String; 5] {
    let need = if row.is_mandatory() { "M" } else { "O" };
    let kind = row.kind.as_ref().map(ToString::to_string);
    let max = row.max.map(|max| max.to_string());
    let notes = [
        row.debug.then(|| "the debug step demands it".to_owned()),
        (!row.values.is_empty()).then(|| row.values.join(" or ")),
        row.encrypted.then(|| "encrypted".to_owned()),
        row.when.as_ref().map(|when| format!("where {when}")),
        row.note.clone(),
        source.map(|source| format!("[{source}]")),
    ];
    [
        row.name.clone(),
        need.to_owned(),
        kind.unwrap_or_default(),
        max.unwrap_or_default(),
        notes.into_iter().flatten().collect::<Vec<_>>().join("; "),
    ]
}

fn codes(codes: &[Code]) -> String {
    let rows: Vec<[String; 3]> = codes
        .iter()
        .map(|code| {
            let mut scenes = code.scenes.join(", ");
            if !code.by_analogy.is_empty() {
                let _ = write!(scenes, "; by analogy {}", code.by_analogy.join(", "));
            }
            [code.code.clone(), code.meaning.clone(), scenes]
        })
        .collect();
    let source = codes.first().map(|code| format!("  [{}]", code.source));
    format!(
        "\nResult codes{}\n{}",
        source.unwrap_or_default(),
        columns(&rows, 2)
    )
}

fn contradictions(register: &[Contradiction]) -> String {
    if register.is_empty() {
        return String::new();
    }
    let mut text = "\nWhere the pages disagree, and what this profile takes\n".to_owned();
    for entry in register {
        text.push_str(&register::entry(entry, 2));
    }
    text
}
