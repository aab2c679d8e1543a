//! A message of the platform, read from its file.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::profile::Api;

/// One thing that the platform says, in all its wordings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Its name, which is the name of its file.
    #[serde(skip)]
    pub id: String,
    /// What it says, in our words; may hold the same `{places}` as the wordings.
    pub title: String,
    /// Whether the debug step prints it, or sellers ask it.
    #[serde(default)]
    pub kind: Kind,
    /// The protocols that know it; empty where all do.
    #[serde(default)]
    pub api: Vec<Api>,
    /// The paragraph of the project's digest, such as `v1 §8`.
    pub source: String,
    /// The rules that look for what causes it, the likeliest first.
    pub rules: Vec<String>,
    /// What causes it, a sentence or two each, the likeliest first.
    pub causes: Vec<String>,
    /// What to do about it.
    pub cure: Vec<String>,
    /// How it is worded; of each language the one of today first.
    #[serde(rename = "wording")]
    pub wordings: Vec<Wording>,
}

/// Where a message is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Printed by the debug step, or shown among the service interface messages.
    #[default]
    Message,
    /// A question of the platform's FAQ.
    Question,
}

/// A message in one language's words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The text; `{name}` stands where the platform fills something in.
    pub text: String,
    /// Whether it is a wording of earlier years.
    #[serde(default)]
    pub older: bool,
    /// Whether it is our translation: the platform's own was not seen.
    #[serde(default)]
    pub ours: bool,
    /// The rules for this wording, where it says more than the message as a whole.
    #[serde(default)]
    pub rules: Vec<String>,
}

/// The languages of the seller centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Language {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

impl Message {
    /// The wording of today.
    pub fn wording(&self, language: Language) -> Option<&Wording> {
        let mut known = self.wordings.iter();
        known.find(|wording| wording.language == language && !wording.older)
    }

    /// The rules that look for what causes a wording of it.
    pub fn rules_for<'a>(&'a self, wording: &'a Wording) -> &'a [String] {
        if wording.rules.is_empty() {
            &self.rules
        } else {
            &wording.rules
        }
    }
}

impl Wording {
    /// The text with its places filled in; a place without a value stays as it is.
    pub fn filled<'a>(&self, values: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        filled(&self.text, values)
    }
}

/// A text with its `{places}` filled in.
pub(super) fn filled<'a>(
    text: &str,
    values: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let values = values.into_iter();
    values.fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

static MESSAGES: LazyLock<Vec<Message>> = LazyLock::new(|| {
    let read = |(id, text): &(&str, &str)| {
        let message: Message = toml::from_str(text).expect("embedded messages are read by a test");
        Message {
            id: (*id).to_owned(),
            ..message
        }
    };
    FILES.iter().map(read).collect()
});

/// Every message, by id.
///
/// # Panics
/// Where an embedded message cannot be read, which a test rules out.
pub fn all() -> &'static [Message] {
    &MESSAGES
}

/// The message of that id.
pub fn find(id: &str) -> Option<&'static Message> {
    all().iter().find(|message| message.id == id)
}

/// What the platform says to a seller that breaks this rule, the likeliest first.
pub fn of_rule(id: &str) -> Vec<&'static Message> {
    let mut found: Vec<(usize, &Message)> = all()
        .iter()
        .filter(|message| message.kind == Kind::Message)
        .filter_map(|message| {
            let at = message.rules.iter().position(|rule| rule == id)?;
            Some((at, message))
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, message)| message).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_message_is_whole() {
        for message in all() {
            let id = &message.id;
            for language in [Language::Zh, Language::En] {
                assert!(message.wording(language).is_some(), "{id} in {language:?}");
            }
            for text in message.causes.iter().chain(&message.cure) {
                assert!(text.ends_with('.'), "{id}: {text}");
            }
            assert!(
                !message.causes.is_empty() && !message.cure.is_empty(),
                "{id}"
            );
        }
    }

    #[test]
    fn the_rules_of_every_message_exist() {
        for message in all() {
            let narrower = message.wordings.iter().flat_map(|wording| &wording.rules);
            for rule in message.rules.iter().chain(narrower) {
                assert!(rules::find(rule).is_some(), "{} names {rule}", message.id);
            }
        }
    }

    #[test]
    fn a_rule_leads_to_what_the_platform_says() {
        let said = |rule| of_rule(rule).first().map(|message| message.id.as_str());
        assert_eq!(said("SIG001"), Some("body-sign-missing"));
        assert_eq!(said("SIG004"), Some("body-sign-differs"));
        assert_eq!(said("TRN004"), Some("call-timed-out"));
        assert_eq!(said("ENC007"), None);
    }

    #[test]
    fn places_are_filled_in() {
        let wording = find("status-not-200")
            .unwrap()
            .wording(Language::Zh)
            .unwrap();
        let text = wording.filled([("httpCode", "502")]);
        assert_eq!(
            text,
            "调测失败,接口响应httpCode=502,请检查服务器日志,定位失败原因."
        );
    }
}
