//! What was found of an answer's Body-Sign [v1 §3].

use galleria_protocol::Key;
use galleria_protocol::body_sign::{self, BodySign};
use galleria_protocol::mistake::{self, Context};
use serde::{Deserialize, Serialize};

use crate::delivery::Header;

/// The Body-Sign of one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SignatureReading {
    /// No header that could be meant as one.
    Absent,
    /// A header that is one, or is meant to be.
    Present {
        /// How its name stood on the wire.
        name: NameOnWire,
        /// What is wrong with the form of its value; empty where nothing is.
        flaws: Vec<String>,
        /// Whether its signature fits the bytes of the body.
        value: SignatureValue,
    },
}

/// The name of the header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "spelling", rename_all = "kebab-case")]
pub enum NameOnWire {
    /// `Body-Sign`, as the platform wants it.
    Exact,
    /// Another case or spelling.
    Misspelt {
        /// As it was sent.
        name: String,
    },
}

/// The signature in the value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum SignatureValue {
    /// It fits.
    Right,
    /// It does not fit the bytes that were sent.
    Wrong {
        /// The slug of what explains it, where something does; with a `+` where it is two mistakes.
        cause: Option<String>,
        /// What was tried, in words, where nothing explains it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tried: Option<String>,
    },
    /// There is none to check.
    Unreadable,
}

/// The header that is `Body-Sign`, or else the first that is meant to be.
pub fn find(headers: &[Header]) -> Option<&Header> {
    let exact = headers
        .iter()
        .find(|header| header.name == body_sign::HEADER);
    exact.or_else(|| headers.iter().find(|header| is_meant(&header.name)))
}

/// Reads the Body-Sign among `headers` over the bytes of `body`.
pub fn read(key: &Key, headers: &[Header], body: &[u8], context: &Context<'_>) -> SignatureReading {
    let Some(header) = find(headers) else {
        return SignatureReading::Absent;
    };
    let name = if header.name == body_sign::HEADER {
        NameOnWire::Exact
    } else {
        NameOnWire::Misspelt {
            name: header.name.clone(),
        }
    };
    let parsed = body_sign::parse(&header.value);
    let flaws = parsed.flaws.iter().map(ToString::to_string).collect();
    SignatureReading::Present {
        name,
        flaws,
        value: check(key, &parsed, body, context),
    }
}

/// Whether a header's name is `Body-Sign` in another case or spelling.
fn is_meant(name: &str) -> bool {
    let letters: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    let bare = letters.strip_prefix('x').unwrap_or(&letters);
    matches!(
        bare,
        "bodysign" | "bodysignature" | "bodysigned" | "signbody"
    )
}

fn check(key: &Key, parsed: &BodySign, body: &[u8], context: &Context<'_>) -> SignatureValue {
    let Some(signature) = parsed.signature.as_deref().filter(|text| !text.is_empty()) else {
        return SignatureValue::Unreadable;
    };
    if parsed.fits(key, body) {
        return SignatureValue::Right;
    }
    let diagnosis = mistake::of_body_sign(key, signature, body, context);
    SignatureValue::Wrong {
        cause: diagnosis.cause().map(ToString::to_string),
        tried: diagnosis.tried().map(ToString::to_string),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_of_the_name_are_meant_as_it() {
        for name in [
            "body-sign",
            "Body-sign",
            "bodySign",
            "Body_Sign",
            "X-Body-Sign",
        ] {
            assert!(is_meant(name), "{name}");
        }
        for name in ["Content-Type", "Signature", "X-Sign", "Body"] {
            assert!(!is_meant(name), "{name}");
        }
    }
}
