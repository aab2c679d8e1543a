//! Lists as Markdown documents, for a book or a wiki.

use std::fmt::Write as _;

use galleria_protocol::mistake;
use galleria_protocol::mistake::Family;
use galleria_scenarios::platform_message::{self, Message};
use galleria_scenarios::rules;

use super::message::wordings;

/// The lists that can be had as a document.
pub(super) const DOCUMENTS: [&str; 2] = ["causes", "messages"];

/// The document of that name.
pub(super) fn named(what: &str) -> Option<String> {
    match what {
        "causes" => Some(causes()),
        "messages" => Some(messages()),
        _ => None,
    }
}

fn causes() -> String {
    let mut text = "# The causes\n\nThe mistakes that a finding can name as its cause, alone or two at \
                    once (`slug-one+slug-two`). This file is written by `galleria explain causes --format \
                    markdown`.\n"
        .to_owned();
    for family in Family::ALL {
        let _ = writeln!(text, "\n## {}", family.heading());
        for mistake in mistake::by_family(family) {
            let (slug, what, fix) = (mistake.slug, mistake.explanation, mistake.fix);
            let _ = write!(text, "\n### {slug}\n\n{what}\n\n*How to fix:* {fix}\n");
        }
    }
    text
}

fn messages() -> String {
    let mut text = "# What the platform says\n\nThe messages of the debug step and of the service \
                    interface messages, Chinese and English. This file is written by `galleria explain \
                    messages --format markdown`.\n"
        .to_owned();
    for message in platform_message::all() {
        let _ = write!(
            text,
            "\n## {}\n\n`{}`, from {}\n\n```text\n{}```\n",
            message.title,
            message.id,
            message.source,
            wordings(message, "")
        );
        text.push_str(&items("What causes it", &message.causes));
        text.push_str(&items("What to do", &message.cure));
        text.push_str(&looked_for(message));
    }
    text
}

fn items(heading: &str, sentences: &[String]) -> String {
    if sentences.is_empty() {
        return String::new();
    }
    let items = sentences
        .iter()
        .map(|text| format!("- {}\n", without_tags(text)));
    format!("\n{heading}:\n\n{}", items.collect::<String>())
}

/// A sentence in which nothing is taken for a tag; code is none anyway.
fn without_tags(sentence: &str) -> String {
    let parts = sentence.split('`').enumerate();
    let parts = parts.map(|(number, part)| match number % 2 {
        0 => part.replace('<', "&lt;"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

fn looked_for(message: &Message) -> String {
    let found = message.rules.iter().filter_map(|id| rules::find(id));
    let named: Vec<_> = found
        .map(|rule| format!("{} `{}`", rule.id, rule.name))
        .collect();
    if named.is_empty() {
        return String::new();
    }
    format!("\nRules that look for it: {}.\n", named.join(", "))
}
