//! What a site signs with: how its key is shown, how its calls are dated, whether answers are signed.

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use galleria_marketplace::market::TimeUnit;
use galleria_protocol::{Api, Key};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::duration;
use super::source::Source;

/// Base64 as it is copied from a page: its padding may have been lost.
const COPIED: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The key that calls and answers are signed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownKey {
    /// How the console shows it.
    pub shown: KeyForm,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where that comes from.
    pub source: Source,
}

/// How a console shows the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KeyForm {
    /// As it is.
    Plain,
    /// In Base64: it has to be decoded before it is used.
    Base64,
}

/// Why what a console shows is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It is no Base64.
    #[error("it is no Base64")]
    NotBase64,
    /// It is the Base64 of bytes that are no text.
    #[error("it is the Base64 of something that is no text")]
    NotText,
    /// It is the Base64 of nothing.
    #[error("it is the Base64 of nothing")]
    Empty,
}

impl KeyForm {
    /// The key that the console shows so.
    pub fn restore(self, shown: &str) -> Result<Key, KeyError> {
        if self == Self::Plain {
            return Ok(Key::new(shown));
        }
        let bytes = COPIED.decode(shown.trim());
        let bytes = bytes.map_err(|_| KeyError::NotBase64)?;
        let text = String::from_utf8(bytes).map_err(|_| KeyError::NotText)?;
        if text.is_empty() {
            return Err(KeyError::Empty);
        }
        Ok(Key::new(text))
    }
}

impl fmt::Display for KeyForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Base64 => "base64",
        })
    }
}

/// When a call was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timestamp {
    /// How it is written.
    pub form: TimeForm,
    /// How far it may be from now; absent where no page says.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "duration::write_some"
    )]
    pub fresh: Option<Duration>,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where that comes from.
    pub source: Source,
}

/// How the moment of a call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeForm {
    /// `yyyyMMddHHmmssSSS` in UTC.
    Digits,
    /// Unix time in milliseconds.
    Ms,
    /// Unix time in seconds.
    S,
}

impl TimeForm {
    /// Whether calls of that version are dated so.
    pub(super) fn is_of(self, api: Api) -> bool {
        (self == Self::Digits) == (api == Api::V1)
    }

    /// The unit of Unix time; V1 writes none.
    pub(super) fn unit(self) -> TimeUnit {
        match self {
            Self::Digits | Self::Ms => TimeUnit::Milliseconds,
            Self::S => TimeUnit::Seconds,
        }
    }
}

impl fmt::Display for TimeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Digits => "yyyyMMddHHmmssSSS",
            Self::Ms => "Unix time in milliseconds",
            Self::S => "Unix time in seconds",
        })
    }
}

/// Whether answers are signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedAnswers {
    /// Whether they must be.
    pub signed: bool,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where that comes from.
    pub source: Source,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_key_is_taken_as_it_is() {
        let key = KeyForm::Plain.restore("b2J2aW91cw==").unwrap();
        assert_eq!(key.expose(), "b2J2aW91cw==");
    }

    #[test]
    fn a_key_in_base64_is_restored_with_and_without_padding() {
        for shown in ["ZmFrZS1rZXk=", "ZmFrZS1rZXk", " ZmFrZS1rZXk=\n"] {
            let key = KeyForm::Base64.restore(shown).unwrap();
            assert_eq!(key.expose(), "fake-key", "{shown}");
        }
    }

    #[test]
    fn what_is_no_base64_of_a_text_is_no_key() {
        let told = |shown| KeyForm::Base64.restore(shown).unwrap_err();
        assert_eq!(told("obviously-fake-key"), KeyError::NotBase64);
        assert_eq!(told("//79"), KeyError::NotText);
        assert_eq!(told(" "), KeyError::Empty);
    }
}
