//! Code that does it right, for a rule, a cause or a topic.

use std::fmt::Write as _;

use galleria_protocol::mistake::Cause;
use galleria_scenarios::rules;
use galleria_scenarios::snippet::{self, Language, Topic};

use crate::args::CodeIn;

/// The code for a rule, a cause or a topic; `None` where nothing has that name, empty where there is
/// no code for it.
pub(super) fn code(what: &str, wanted: CodeIn) -> Option<String> {
    let topics = topics(what)?;
    let languages: Vec<Language> = wanted.languages();
    let mut text = String::new();
    for topic in topics {
        for language in &languages {
            let (title, name) = (&topic.title, language.name());
            let mark = if text.is_empty() { "" } else { "\n" };
            let _ = write!(
                text,
                "{mark}== {title}, in {name}\n\n{}",
                topic.code(*language)
            );
        }
    }
    Some(text)
}

/// What a name has code for.
fn topics(what: &str) -> Option<Vec<&'static Topic>> {
    if let Some(topic) = snippet::find(what) {
        return Some(vec![topic]);
    }
    let by_name = || rules::all().find(|rule| rule.name.eq_ignore_ascii_case(what));
    if let Some(rule) = rules::find(what).or_else(by_name) {
        return Some(snippet::of_rule(rule.id));
    }
    let cause = Cause::find(what)?;
    let mut topics: Vec<&Topic> = Vec::new();
    for mistake in cause.mistakes() {
        let topic = snippet::of_mistake(mistake.slug);
        let known = |topic: &&Topic| topics.iter().any(|other| other.id == topic.id);
        topics.extend(topic.filter(|topic| !known(topic)));
    }
    Some(topics)
}

/// Says that there is code for something; nothing where there is none.
pub(super) fn mention(what: &str) -> String {
    let topics = topics(what).unwrap_or_default();
    if topics.is_empty() {
        return String::new();
    }
    let titles = topics.iter().map(|topic| format!("  {}\n", topic.title));
    format!(
        "\nCode that does it right\n{}  galleria explain {what} --code {}\n",
        titles.collect::<String>(),
        names()
    )
}

/// A topic by its name.
pub(super) fn named(what: &str) -> Option<String> {
    let topic = snippet::find(what)?;
    let mut text = format!("{}\n{}\n\n{}\n", topic.id, topic.title, topic.about);
    let _ = write!(
        text,
        "\nRules that it keeps\n  {}\n\nThe code\n  galleria explain {} --code {}\n",
        topic.rules.join(", "),
        topic.id,
        names()
    );
    Some(text)
}

/// Every topic.
pub(super) fn all() -> String {
    let mut text = format!(
        "Code that does it right, also shown by the id of a rule or the slug of a cause with --code \
         {}:\n",
        names()
    );
    for topic in snippet::all() {
        let _ = write!(text, "\n  {}\n    {}\n", topic.id, topic.title);
    }
    text
}

fn names() -> String {
    let names: Vec<_> = Language::ALL
        .iter()
        .map(|language| language.name())
        .collect();
    format!("{}|all", names.join("|"))
}
