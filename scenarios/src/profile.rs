//! The marketplace's rule books: what differs between sites and versions, as data.

use std::collections::BTreeMap;
use std::time::Duration;

use galleria_marketplace::market::Billing;
use galleria_protocol::v1::Activity;
use serde::Deserialize;

use crate::suggest;

/// One rule book.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name in flags, such as `cn-v1`; the name of its file.
    #[serde(skip)]
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// The protocol.
    pub api: Api,
    /// The date of the newest of the vendor's pages that it follows.
    pub pages: String,
    /// Times.
    pub limits: TimeLimits,
    /// The scenes by billing mode; a mode that is absent is not sold under this rule book.
    pub billing: BTreeMap<Billing, Scenes>,
    /// The longest values of an answer's members in characters, by dotted path.
    #[serde(default)]
    pub lengths: BTreeMap<String, usize>,
}

/// The protocol that a rule book is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Api {
    /// SaaS access guide V1.0.
    V1,
}

/// Times of a rule book.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimits {
    /// The longest that a call may take.
    #[serde(deserialize_with = "seconds")]
    pub answer: Duration,
    /// From when on an answer is called slow.
    #[serde(deserialize_with = "seconds")]
    pub slow: Duration,
}

/// The scenes of a billing mode.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenes {
    /// Those that a product must have.
    pub required: Vec<Activity>,
    /// Those that it may have.
    #[serde(default)]
    pub optional: Vec<Activity>,
}

/// No rule book of that name.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("there is no profile `{given}`{hint} (known: {known})", known = names().join(", "))]
pub struct UnknownProfile {
    given: String,
    hint: String,
}

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// The names of the rule books.
pub fn names() -> Vec<&'static str> {
    FILES.iter().map(|(name, _)| *name).collect()
}

/// The rule book of that name.
///
/// # Panics
/// Where an embedded profile cannot be read, which a test rules out.
pub fn find(name: &str) -> Result<Profile, UnknownProfile> {
    let unknown = || UnknownProfile {
        given: name.to_owned(),
        hint: suggest::hint(name, names()),
    };
    let (id, text) = FILES
        .iter()
        .find(|(id, _)| *id == name)
        .ok_or_else(unknown)?;
    let profile: Profile = toml::from_str(text).expect("embedded profiles are read by a test");
    Ok(Profile {
        id: (*id).to_owned(),
        ..profile
    })
}

impl Profile {
    /// Whether a product of that billing mode must have the scene, may have it, or never gets it.
    pub fn need(&self, billing: Billing, activity: Activity) -> Need {
        match self.billing.get(&billing) {
            Some(scenes) if scenes.required.contains(&activity) => Need::Required,
            Some(scenes) if scenes.optional.contains(&activity) => Need::Optional,
            _ => Need::Never,
        }
    }
}

/// How much a product needs a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must have it.
    Required,
    /// It may have it.
    Optional,
    /// It is never called.
    Never,
}

fn seconds<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(from)?;
    parse_duration(&text).ok_or_else(|| {
        serde::de::Error::custom(format!(
            "`{text}` is no duration; write it as 500ms, 20s or 3m"
        ))
    })
}

/// A duration such as `500ms`, `20s`, `3m` or `1h`; a bare number is seconds.
pub fn parse_duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let split = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (number, unit) = text.split_at(split.unwrap_or(text.len()));
    let number: f64 = number.parse().ok()?;
    let scale = match unit.trim() {
        "ms" => 0.001,
        "s" | "" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(number * scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_profile_can_be_read() {
        for name in names() {
            let profile = find(name).unwrap();
            assert!(!profile.billing.is_empty(), "{name} sells nothing");
        }
    }

    #[test]
    fn a_misspelt_profile_gets_a_suggestion() {
        let error = find("cn-1").unwrap_err().to_string();
        assert!(error.contains("did you mean `cn-v1`?"), "{error}");
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        assert_eq!(parse_duration("500ms"), Some(Duration::from_millis(500)));
        assert_eq!(parse_duration("20s"), Some(Duration::from_secs(20)));
        assert_eq!(parse_duration("1.5"), Some(Duration::from_millis(1500)));
        assert_eq!(parse_duration("3m"), Some(Duration::from_mins(3)));
        assert_eq!(parse_duration("soon"), None);
        assert_eq!(parse_duration("-1s"), None);
    }
}
