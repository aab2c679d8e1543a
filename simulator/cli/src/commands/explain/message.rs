//! What the platform itself says: its messages by name, or recognised in a pasted text.

use std::fmt::Write as _;

use galleria_reports::lang::say;
use galleria_scenarios::platform_message::{self, Kind, Language, Message, Recognised, Wording};
use galleria_scenarios::rules;

use super::paragraph::paragraph;

/// Every message, in both languages.
pub(super) fn all() -> String {
    let mut text = "What the platform itself says, in the debug step and among the service \
                    interface messages. Paste one, or a part of it, behind `galleria explain`.\n"
        .to_owned();
    for message in platform_message::all() {
        let _ = write!(text, "\n{}\n  {}\n", message.id, message.title);
        text.push_str(&wordings(message, "  "));
    }
    text
}

/// The message of that id.
pub(super) fn named(id: &str) -> Option<String> {
    let message = platform_message::find(id)?;
    Some(told(message, &message.title, &message.rules))
}

/// The message that a text is, where it holds one.
pub(super) fn pasted(text: &str) -> Option<String> {
    let found = platform_message::recognise(text).into_iter().next()?;
    let rules = found.message.rules_for(found.wording);
    found
        .is_certain()
        .then(|| told(found.message, &found.title(), rules) + &filled_in(&found))
}

/// The messages that come near to a text.
pub(super) fn near(text: &str) -> Option<String> {
    let found = platform_message::recognise(text);
    let first = found.first()?;
    let mut told =
        "No message of the platform is quite this; the nearest messages are\n".to_owned();
    for near in &found {
        let (id, title) = (&near.message.id, &near.message.title);
        let _ = write!(told, "\n{id}\n  {title}\n{}", wordings(near.message, "  "));
    }
    let _ = write!(
        told,
        "\nWhat to do next\n  galleria explain {}\n",
        first.message.id
    );
    Some(told)
}

/// How a message is worded, a line each, today's first.
pub(super) fn wordings(message: &Message, margin: &str) -> String {
    let line = |wording: &Wording| {
        let note = match (wording.older, wording.ours) {
            (true, _) => " (in earlier years)",
            (false, true) => " (our translation)",
            (false, false) => "",
        };
        let (language, text) = (wording.language.name(), &wording.text);
        format!("{margin}{language}  {text}{}\n", say(note))
    };
    let of = |language: Language| {
        let all = message.wordings.iter();
        all.filter(move |wording| wording.language == language)
    };
    [Language::Zh, Language::En]
        .into_iter()
        .flat_map(of)
        .map(line)
        .collect()
}

fn told(message: &Message, title: &str, rules: &[String]) -> String {
    let kind = match message.kind {
        Kind::Message => "a message of the debug step, also among the service interface messages",
        Kind::Question => "a question of the platform's FAQ",
    };
    let mut text = format!(
        "{}\n{title}\n{kind}, from {}\n\nWhat the platform says\n{}",
        message.id,
        message.source,
        wordings(message, "  ")
    );
    text.push_str(&section("What causes it", &message.causes));
    text.push_str(&section("What to do", &message.cure));
    text.push_str(&looked_for(rules));
    text
}

fn section(heading: &str, sentences: &[String]) -> String {
    let items = sentences.iter().map(|text| paragraph("  - ", text));
    format!("\n{heading}\n{}", items.collect::<String>())
}

/// The rules that look for what causes it, and the check that plays them.
fn looked_for(ids: &[String]) -> String {
    let found: Vec<_> = ids.iter().filter_map(|id| rules::find(id)).collect();
    if found.is_empty() {
        return String::new();
    }
    let mut text = "\nRules that look for it\n".to_owned();
    for rule in &found {
        let _ = writeln!(text, "  {}  {}", rule.id, rule.name);
    }
    let flags: Vec<_> = found
        .iter()
        .map(|rule| format!("--rule {}", rule.id))
        .collect();
    let _ = write!(
        text,
        "\nWhat to do next\n  galleria check --url URL {}\n  galleria explain {}\n",
        flags.join(" "),
        found[0].id
    );
    text
}

/// What the platform filled in.
fn filled_in(found: &Recognised) -> String {
    if found.values.is_empty() {
        return String::new();
    }
    let values = found.values.iter();
    let lines = values.map(|(name, value)| format!("  {name}: {value}\n"));
    format!("\nWhat was filled in\n{}", lines.collect::<String>())
}
