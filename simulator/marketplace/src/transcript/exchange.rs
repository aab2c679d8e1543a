//! One call and its answer, as recorded.

use std::borrow::Cow;
use std::fmt::Write as _;

use galleria_protocol::{kit, kit_signature};
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::intent::Intent;
use super::reading::{Outcome, Reading};
use crate::delivery::{Ended, Header, Timings, TlsFacts, TlsTrouble};

/// The number of an exchange within its run, from 1, in the order of recording.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct ExchangeId(pub u64);

impl std::fmt::Display for ExchangeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One call and what came of it, with the secrets taken out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exchange {
    /// Its number.
    pub id: ExchangeId,
    /// The scenario that it belongs to.
    pub scenario: String,
    /// The step within the scenario, from 1.
    pub step: u32,
    /// Which delivery of the same order this is, from 1.
    pub attempt: u32,
    /// Why it was made.
    pub intent: Intent,
    /// What was sent.
    pub request: SentRequest,
    /// What was received, where a head came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Answer>,
    /// How it ended.
    pub ended: Ended,
    /// What the system said where it did not end well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The moments.
    pub timings: Timings,
    /// What TLS agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<TlsFacts>,
    /// Why there was no TLS handshake, where it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_trouble: Option<TlsTrouble>,
    /// What was read out of the answer with the key in hand.
    pub reading: Reading,
}

/// A request as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRequest {
    /// The HTTP method.
    pub method: String,
    /// Scheme, host and port, as `http://127.0.0.1:18080`.
    pub origin: String,
    /// Path and query exactly as sent.
    pub target: String,
    /// The headers that were sent.
    pub headers: Vec<Header>,
    /// The body as text; absent for GET.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl SentRequest {
    /// The whole address.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin, self.target)
    }

    /// A command line that makes this very call, for a POSIX shell.
    pub fn curl(&self) -> String {
        let mut line = format!("curl -i {}", quoted(&self.url()));
        if self.method != "GET" {
            line = format!("curl -i -X {} {}", self.method, quoted(&self.url()));
        }
        let content = |header: &&Header| CONTENT.contains(&header.name.as_str());
        for Header { name, value } in self.headers.iter().filter(content) {
            line.push_str(" -H ");
            line.push_str(&quoted(&format!("{name}: {value}")));
        }
        if let Some(body) = &self.body {
            line.push_str(" --data-raw ");
            line.push_str(&quoted(body));
        }
        line
    }
}

/// The headers that belong to the call itself, the kit's signatures among them; curl sets the others.
const CONTENT: [&str; 6] = [
    "Accept",
    "Content-Type",
    kit::token::HEADER,
    kit_signature::SIGNATURE,
    kit_signature::TIMESTAMP,
    kit_signature::NONCE,
];

/// A word of a POSIX shell; with the quotes of its edition of 2024 where it holds a control character,
/// which would not survive being shown on one line.
fn quoted(text: &str) -> String {
    if !text.contains(char::is_control) {
        return format!("'{}'", text.replace('\'', r"'\''"));
    }
    let mut word = "$'".to_owned();
    for letter in text.chars() {
        match letter {
            '\\' | '\'' => word.extend(['\\', letter]),
            '\n' => word.push_str("\\n"),
            '\r' => word.push_str("\\r"),
            '\t' => word.push_str("\\t"),
            letter if letter.is_ascii_control() => {
                let _ = write!(word, "\\{:03o}", u32::from(letter));
            }
            letter => word.push(letter),
        }
    }
    word.push('\'');
    word
}

impl Exchange {
    /// What the seller's answer says of the call.
    pub fn outcome(&self) -> &Outcome {
        &self.reading.outcome
    }

    /// Whether the seller accepted the call.
    pub fn is_accepted(&self) -> bool {
        matches!(self.reading.outcome, Outcome::Accepted)
    }

    /// Whether the seller makes the instance behind its answer (V2).
    pub fn is_pending(&self) -> bool {
        matches!(self.reading.outcome, Outcome::Pending)
    }

    /// Whether the seller took the call on: it accepted it, or makes the instance behind its answer.
    pub fn is_taken(&self) -> bool {
        self.is_accepted() || self.is_pending()
    }

    /// The result code of a refusal that could be read.
    pub fn refusal_code(&self) -> Option<&str> {
        match &self.reading.outcome {
            Outcome::Refused { code } => Some(code),
            _ => None,
        }
    }

    /// The ids of the instances that the answer to a query tells of.
    pub fn listed_instances(&self) -> impl Iterator<Item = &str> {
        let object = self.response.as_ref().and_then(Answer::object);
        let info = object.and_then(|object| object.get("info")?.as_array());
        let ids = info.into_iter().flatten();
        ids.filter_map(|instance| instance.get("instanceId")?.as_str())
    }

    /// The instance id that the answer carries, if it is a text that is not empty.
    pub fn answered_instance(&self) -> Option<&str> {
        let object = self.response.as_ref()?.object()?;
        object
            .get("instanceId")?
            .as_str()
            .filter(|id| !id.is_empty())
    }

    /// The instance id that the answer means: also one that is a number, which a text ought to be, so
    /// that this mistake does not hide all that comes behind it.
    pub fn meant_instance(&self) -> Option<Cow<'_, str>> {
        let number = || {
            let id = self.response.as_ref()?.object()?.get("instanceId")?;
            id.is_number().then(|| Cow::Owned(id.to_string()))
        };
        self.answered_instance().map(Cow::Borrowed).or_else(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curl_line_survives_quotes_in_the_address() {
        let request = SentRequest {
            method: "GET".to_owned(),
            origin: "http://127.0.0.1:1".to_owned(),
            target: "/it's?a=b&c=d".to_owned(),
            headers: Vec::new(),
            body: None,
        };
        assert_eq!(
            request.curl(),
            r"curl -i 'http://127.0.0.1:1/it'\''s?a=b&c=d'"
        );
    }
}
