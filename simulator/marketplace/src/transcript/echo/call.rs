//! The signature of V2's address [v2 §2].

use galleria_protocol::mistake::{self, Context};
use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::Claim;
use galleria_protocol::{Key, query_signature};
use serde_json::{Map, Value};

use super::{Echoed, MOST, TokenEcho, explained, named, strings, tokens};

/// Looks for the seller's own signature, or for the text that it signed, in its refusal of a call
/// with that query and body.
pub(in crate::transcript) fn read(
    key: &Key,
    query: &str,
    body: &[u8],
    object: &Map<String, Value>,
) -> Option<TokenEcho> {
    let claim = query_signature::claim(query, Reading::Form).ok()?;
    let mut texts = Vec::new();
    object.values().for_each(|value| strings(value, &mut texts));
    let call = Call { key, claim, body };
    let signed = texts.iter().flat_map(|text| call.signed_texts(text));
    let signed = signed.take(MOST).find_map(|text| {
        named(
            Echoed::Text,
            &call.why(query_signature::sign_text(key, text)),
        )
    });
    signed.or_else(|| call.computed(query, &texts))
}

/// A refused call.
struct Call<'a> {
    key: &'a Key,
    claim: Claim,
    body: &'a [u8],
}

impl Call<'_> {
    /// Why that signature is not the call's.
    fn why(&self, signature: impl Into<String>) -> mistake::Diagnosis {
        let claim = Claim {
            signature: signature.into(),
            ..self.claim.clone()
        };
        mistake::of_query_signature(self.key, &claim, self.body, &Context::default())
    }

    /// A signature among the texts of the answer, with its mistake where it has a name.
    fn computed(&self, query: &str, texts: &[&str]) -> Option<TokenEcho> {
        let digest = query_signature::body_digest(self.key, self.body);
        let told = |token: &&str| {
            let sent = token.eq_ignore_ascii_case(&self.claim.signature);
            !sent && !token.eq_ignore_ascii_case(&digest) && !query.contains(token)
        };
        let tokens = texts.iter().flat_map(|text| tokens(text)).filter(told);
        let is_digest =
            |token: &str| token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
        explained(tokens, |token| self.why(token), is_digest)
    }

    /// The pieces of a text that may be the text that was signed: from the first of its parts on, to
    /// the end or to a mark that may close it. A text without nonce and timestamp is none.
    fn signed_texts<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let places = |part: &str| text.find(part);
        let fresh = [&self.claim.nonce, &self.claim.timestamp].map(|part| places(part));
        let [Some(nonce), Some(timestamp)] = fresh else {
            return Vec::new();
        };
        let first = nonce.min(timestamp);
        let last = nonce.max(timestamp);
        let key = places(self.key.expose()).filter(|key| *key < first);
        let text = &text[key.unwrap_or(first)..];
        let last = last - key.unwrap_or(first);
        let closing = |letter: char| " \t\r\n\"'`,;)]}>」。)】".contains(letter);
        let ends = text[last..].match_indices(closing);
        let ends = ends.map(|(at, _)| &text[..last + at]);
        std::iter::once(text).chain(ends).collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use serde_json::json;

    use super::*;

    const BODY: &[u8] = br#"{"activity":"newInstance","orderId":"CS1","orderLineId":"CS1-000001"}"#;
    const NONCE: &str = "Of4lsV7H1qrzOf4lsV7H1qrz12345678";
    const TIMESTAMP: &str = "1767225600123";

    fn key() -> Key {
        Key::new("obviously-fake-key")
    }

    fn query() -> String {
        let time = DateTime::from_timestamp_millis(1_767_225_600_123).unwrap();
        query_signature::params(&key(), NONCE, time, BODY).to_query()
    }

    fn found(message: &str) -> Option<TokenEcho> {
        let answer = json!({ "resultCode": "000001", "resultMsg": message });
        read(&key(), &query(), BODY, answer.as_object().unwrap())
    }

    /// The text with its parts as somebody takes them.
    fn text(parts: [&str; 4]) -> String {
        parts.concat()
    }

    #[test]
    fn the_seller_s_own_signature_is_found_and_explained() {
        let digest = query_signature::body_digest(&key(), BODY);
        let key = key();
        let (plain, capitals) = (key.expose(), digest.to_uppercase());
        let body = str::from_utf8(BODY).unwrap();
        for (parts, cause) in [
            (
                [plain, TIMESTAMP, NONCE, &digest],
                "nonce-and-timestamp-swapped",
            ),
            (["", NONCE, TIMESTAMP, &digest], "key-not-in-text"),
            (
                [plain, NONCE, TIMESTAMP, &capitals],
                "body-digest-uppercase",
            ),
            ([plain, NONCE, TIMESTAMP, body], "kit-rule-used"),
        ] {
            let signature = query_signature::sign_text(&key, &text(parts));
            for message in [
                signature.clone(),
                format!("expected {signature}, got another"),
                format!("签名错误,计算值【{}】", signature.to_uppercase()),
            ] {
                let echo = found(&message).expect(&message);
                let told = (echo.of, echo.cause.as_deref());
                assert_eq!(told, (Echoed::Token, Some(cause)), "{message}");
            }
        }
    }

    #[test]
    fn the_text_that_the_seller_signed_is_found_and_explained() {
        let digest = query_signature::body_digest(&key(), BODY);
        let key = key();
        let swapped = text([key.expose(), TIMESTAMP, NONCE, &digest]);
        let keyless = text(["", NONCE, TIMESTAMP, &digest]);
        for (text, cause) in [
            (swapped, "nonce-and-timestamp-swapped"),
            (keyless, "key-not-in-text"),
        ] {
            for message in [text.clone(), format!("signed \"{text}\", which differs")] {
                let echo = found(&message).expect(&message);
                let told = (echo.of, echo.cause.as_deref());
                assert_eq!(told, (Echoed::Text, Some(cause)), "{message}");
            }
        }
    }

    #[test]
    fn what_was_sent_and_other_values_are_no_signatures_of_the_seller_s() {
        let sent = query_signature::claim(&query(), Reading::Form).unwrap();
        let digest = query_signature::body_digest(&key(), BODY);
        for message in [
            "",
            "authentication failed",
            &sent.signature.to_uppercase(),
            &digest,
            &format!("nonce {NONCE}"),
            "61e834ba-7b97-4418-b8f7-e5345137278c",
        ] {
            assert_eq!(found(message), None, "{message}");
        }
        let stranger = query_signature::sign_text(&Key::new("another"), "text");
        let echo = found(&stranger).unwrap();
        assert_eq!(echo.cause, None);
        assert!(echo.tried.unwrap().starts_with("nothing fits"));
    }
}
