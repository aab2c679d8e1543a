//! Secrets that an answer tells whoever asked: the key itself, or the token that a forged call ought
//! to have had.

use std::borrow::Cow;

use aho_corasick::AhoCorasick;
use galleria_protocol::params::Reading;
use galleria_protocol::query_signature::{self, NONCE, SIGNATURE, TIMESTAMP};
use galleria_protocol::{Api, Key, Params, token};
use serde::{Deserialize, Serialize};

use super::capture::query;
use super::redact::forms_of;
use crate::delivery::{Outgoing, ReceivedAnswer};

/// A secret that stands in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// The access key, in whatever form.
    Key,
    /// The token (V1) or signature (V2) that would be right for the call, which had another or none.
    RightToken,
}

/// A key of fewer bytes may occur in an answer by chance.
const SHORTEST_KEY: usize = 12;

/// What is looked for in answers.
#[derive(Debug)]
pub(super) struct Secrets {
    api: Api,
    key: Key,
    /// Finds every form in which the key may stand; none of a key that is too short.
    forms: Option<AhoCorasick>,
}

impl Secrets {
    pub(super) fn new(api: Api, key: &Key) -> Self {
        let long = key.expose().len() >= SHORTEST_KEY;
        Self {
            api,
            key: key.clone(),
            forms: long
                .then(|| AhoCorasick::new(forms_of(key.expose())).ok())
                .flatten(),
        }
    }

    /// What the answer to `outgoing` tells; `refused` says that the call was not accepted.
    pub(super) fn told(
        &self,
        outgoing: &Outgoing,
        answer: &ReceivedAnswer,
        refused: bool,
    ) -> Option<Told> {
        let text = plain(&answer.body);
        let tells = |holds: &dyn Fn(&str) -> bool| {
            holds(&text) || answer.headers.iter().any(|header| holds(&header.value))
        };
        let forms = self.forms.as_ref();
        // A call that holds it by chance may be sent back.
        if forms.is_some_and(|forms| tells(&|text| forms.is_match(text)))
            && !outgoing.target.contains(self.key.expose())
        {
            return Some(Told::Key);
        }
        let right = refused
            .then(|| right_token(self.api, &self.key, outgoing))
            .flatten()?;
        let told = match self.api {
            Api::V1 => tells(&|text| text.contains(&right)),
            Api::V2 => text.to_ascii_lowercase().contains(&right),
        };
        told.then_some(Told::RightToken)
    }
}

/// What the call ought to have been signed with; `None` where it was.
fn right_token(api: Api, key: &Key, outgoing: &Outgoing) -> Option<String> {
    let mut params = Params::parse(query(outgoing), Reading::Form);
    let (right, sent) = match api {
        Api::V1 => {
            let sent = params.remove(token::PARAMETER);
            (token::sign(key, &params), sent)
        }
        Api::V2 => {
            let part = |name| params.get(name).unwrap_or_default();
            let right = query_signature::sign(key, part(NONCE), part(TIMESTAMP), &outgoing.body);
            (right, params.remove(SIGNATURE))
        }
    };
    // What was sent may be sent back, also where it was dressed up.
    let sent = sent.unwrap_or_default().to_ascii_lowercase();
    (!sent.contains(&right.to_ascii_lowercase())).then_some(right)
}

/// The text of a body as a reader of its JSON has it, as far as tokens and keys may be changed by it.
fn plain(body: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(body);
    if text.contains("\\/") {
        text.replace("\\/", "/").into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use galleria_protocol::body_sign;

    use super::*;

    const KEY: &str = "obviously/fake+key";

    fn secrets() -> Secrets {
        Secrets::new(Api::V1, &Key::new(KEY))
    }

    fn answer(body: &str) -> ReceivedAnswer {
        ReceivedAnswer {
            status: 200,
            status_line: "HTTP/1.1 200 OK".to_owned(),
            headers: Vec::new(),
            body: body.as_bytes().to_vec(),
            too_large: false,
        }
    }

    fn forged(query: &str) -> Outgoing {
        Outgoing::get(format!("/api?{query}"))
    }

    const QUERY: &str = "activity=releaseInstance&timeStamp=20260101000000000";

    fn right() -> String {
        let key = Key::new(format!("{KEY}20260101000000000"));
        body_sign::signature(&key, QUERY.as_bytes())
    }

    #[test]
    fn a_key_is_told_in_every_form() {
        let call = forged(QUERY);
        for body in [
            format!("key {KEY}!"),
            r#"{"resultMsg":"obviously\/fake+key"}"#.to_owned(),
            "obviously%2Ffake%2Bkey".to_owned(),
        ] {
            let told = secrets().told(&call, &answer(&body), false);
            assert_eq!(told, Some(Told::Key), "{body}");
        }
        let short = Secrets::new(Api::V1, &Key::new("123456"));
        assert_eq!(short.told(&call, &answer("order 123456"), false), None);
    }

    #[test]
    fn the_right_token_is_told_to_a_stranger_alone() {
        let body = answer(&format!("expected {}", right()));
        let told = |token: &str, refused| {
            let token: String = url::form_urlencoded::byte_serialize(token.as_bytes()).collect();
            secrets().told(
                &forged(&format!("{QUERY}&authToken={token}")),
                &body,
                refused,
            )
        };
        assert_eq!(told("AAAA", true), Some(Told::RightToken));
        assert_eq!(
            secrets().told(&forged(QUERY), &body, true),
            Some(Told::RightToken)
        );
        assert_eq!(told(&right(), true), None, "what was sent may be sent back");
        assert_eq!(told("AAAA", false), None, "it was taken");
    }
}
