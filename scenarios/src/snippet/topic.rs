//! A topic: one thing to be done right, and the code that does it.

use std::sync::LazyLock;

use galleria_protocol::mistake::{Family, by_family};
use serde::Deserialize;

use super::language::Language;

/// One thing to be done right.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name, which is the name of its folder.
    #[serde(skip)]
    pub id: String,
    /// What is done.
    pub title: String,
    /// How, in a sentence or two.
    pub about: String,
    /// The rules that it keeps.
    pub rules: Vec<String>,
    /// The families of mistakes that it does not make.
    families: Vec<String>,
    /// Further mistakes, by their slugs.
    causes: Vec<String>,
    #[serde(skip)]
    files: &'static [(&'static str, &'static str)],
}

impl Topic {
    /// The code in a language.
    ///
    /// # Panics
    /// Where the folder lacks it, which a test rules out.
    pub fn code(&self, language: Language) -> &'static str {
        self.file(language.file())
            .expect("every topic has every language, says a test")
    }

    fn file(&self, name: &str) -> Option<&'static str> {
        let mut files = self.files.iter();
        files.find(|(file, _)| *file == name).map(|(_, text)| *text)
    }
}

/// The name of a topic's own file.
const TOPIC: &str = "topic.toml";

type Folder = (&'static str, &'static [(&'static str, &'static str)]);

static FOLDERS: &[Folder] = include!(concat!(env!("OUT_DIR"), "/snippets.rs"));

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let read = |(id, files): &Folder| {
        let own = files.iter().find(|(name, _)| *name == TOPIC);
        let (_, text) = own.expect("every folder has its topic, says a test");
        let topic: Topic = toml::from_str(text).expect("embedded topics are read by a test");
        Topic {
            id: (*id).to_owned(),
            files,
            ..topic
        }
    };
    FOLDERS.iter().map(read).collect()
});

/// Every topic, by id.
///
/// # Panics
/// Where an embedded topic cannot be read, which a test rules out.
pub fn all() -> &'static [Topic] {
    &TOPICS
}

/// The topic of that id.
pub fn find(id: &str) -> Option<&'static Topic> {
    all().iter().find(|topic| topic.id == id)
}

/// The topics whose code keeps a rule.
pub fn of_rule(id: &str) -> Vec<&'static Topic> {
    let keeps = |topic: &&Topic| topic.rules.iter().any(|rule| rule == id);
    all().iter().filter(keeps).collect()
}

/// The topic whose code does not make a mistake.
pub fn of_mistake(slug: &str) -> Option<&'static Topic> {
    let listed = |topic: &&Topic| topic.causes.iter().any(|cause| cause == slug);
    let avoids = |topic: &&Topic| {
        let families = topic.families.iter().filter_map(|name| family(name));
        let mut mistakes = families.flat_map(by_family);
        mistakes.any(|mistake| mistake.slug == slug)
    };
    let mut topics = all().iter();
    topics.clone().find(listed).or_else(|| topics.find(avoids))
}

fn family(name: &str) -> Option<Family> {
    Some(match name {
        "writing" => Family::Writing,
        "function" => Family::Function,
        "body-key" => Family::BodyKey,
        "body-bytes" => Family::BodyBytes,
        "body-json" => Family::BodyJson,
        "token-key" => Family::TokenKey,
        "token-text" => Family::TokenText,
        "call-key" => Family::CallKey,
        "call-text" => Family::CallText,
        "call-body" => Family::CallBody,
        "cipher-key" => Family::CipherKey,
        "cipher-mode" => Family::CipherMode,
        "cipher-text" => Family::CipherText,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use galleria_protocol::mistake;

    use super::*;
    use crate::rules;

    #[test]
    fn every_topic_has_every_language_and_nothing_else() {
        for topic in all() {
            let known: Vec<&str> = Language::ALL
                .iter()
                .map(|l| l.file())
                .chain([TOPIC])
                .collect();
            for name in &known {
                assert!(topic.file(name).is_some(), "{}: {name}", topic.id);
            }
            assert_eq!(topic.files.len(), known.len(), "{}", topic.id);
        }
    }

    #[test]
    fn rules_causes_and_families_exist() {
        for topic in all() {
            for rule in &topic.rules {
                assert!(rules::find(rule).is_some(), "{} names {rule}", topic.id);
            }
            for cause in &topic.causes {
                assert!(mistake::find(cause).is_some(), "{} names {cause}", topic.id);
            }
            for name in &topic.families {
                assert!(family(name).is_some(), "{} names {name}", topic.id);
            }
        }
    }

    #[test]
    fn every_mistake_leads_to_code() {
        // The open APIs are called with the vendor's signing library, for which there is no better code.
        let own = [Family::OpenApiKey, Family::OpenApiText];
        let vendors: Vec<&str> = own
            .into_iter()
            .flat_map(mistake::by_family)
            .map(|mistake| mistake.slug)
            .collect();
        for mistake in mistake::all() {
            if vendors.contains(&mistake.slug) {
                continue;
            }
            assert!(of_mistake(mistake.slug).is_some(), "{}", mistake.slug);
        }
        let id = |slug| of_mistake(slug).map(|topic| topic.id.as_str());
        assert_eq!(id("key-without-timestamp"), Some("verify-token"));
        assert_eq!(id("hmac-sha1"), Some("sign-body"));
        assert_eq!(id("gcm-mode"), Some("encrypt-credential"));
    }

    #[test]
    fn lines_fit_a_page() {
        for topic in all() {
            for language in Language::ALL {
                let code = topic.code(language);
                let longest = code.lines().map(|line| line.chars().count()).max();
                assert!(longest <= Some(110), "{} in {}", topic.id, language.name());
            }
        }
    }
}
