//! The token of V1's address [v1 §2].

use galleria_protocol::mistake::{self, Context};
use galleria_protocol::params::Reading;
use galleria_protocol::{Key, Params, token};
use serde_json::{Map, Value};

use super::{Echoed, MOST, TokenEcho, explained, named, strings, tokens};

/// Looks for the seller's own token or text in its refusal of `query`.
pub(in crate::transcript) fn read(
    key: &Key,
    query: &str,
    object: &Map<String, Value>,
) -> Option<TokenEcho> {
    let mut texts = Vec::new();
    object.values().for_each(|value| strings(value, &mut texts));
    let signed = texts.iter().flat_map(|text| signed_texts(query, text));
    let signed = signed.take(MOST).find_map(|text| {
        let found = mistake::of_signed_text(key, query, text, &Context::default());
        named(Echoed::Text, &found)
    });
    signed.or_else(|| computed(key, query, &texts))
}

fn computed(key: &Key, query: &str, texts: &[&str]) -> Option<TokenEcho> {
    let sent = Params::parse(query, Reading::BlankAsPlus).remove(token::PARAMETER);
    let tokens = texts.iter().flat_map(|text| tokens(text));
    let others = tokens.filter(|token| Some(*token) != sent.as_deref() && !query.contains(token));
    let why = |token: &str| mistake::of_computed_token(key, query, token, &Context::default());
    // Of that length and ending it is a token, whatever it was made of.
    explained(others, why, |token| {
        token.len() == 44 && token.ends_with('=')
    })
}

/// The pieces of a text that may be the text that was signed: from the first of the parameters' names
/// on, to the end or to a mark that may close it.
fn signed_texts<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
    let params = Params::parse(query, Reading::Form);
    let starts = params.iter().filter_map(|(name, _)| {
        let at = text.find(&format!("{name}="))?;
        let before = text[..at].chars().next_back();
        (!before.is_some_and(char::is_alphanumeric)).then_some(at)
    });
    let starts: Vec<usize> = starts.collect();
    // A single parameter in a sentence is no text to sign.
    let (Some(start), true) = (starts.iter().min(), starts.len() > 1) else {
        return Vec::new();
    };
    let text = &text[*start..];
    let last = starts.iter().max().map_or(0, |last| last - start);
    let closing = |letter: char| " \t\r\n\"'`,;)]}>,;。)】".contains(letter);
    let ends = text[last..].match_indices(closing);
    let ends = ends.map(|(at, _)| &text[..last + at]);
    std::iter::once(text).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KEY: &str = "obviously-fake-key";

    fn query() -> String {
        let mut params = Params::new();
        for (name, value) in [
            ("timeStamp", "20260101000000000"),
            ("activity", "newInstance"),
            ("customerName", "A & B"),
        ] {
            params.push(name, value);
        }
        let token = token::sign(&Key::new(KEY), &params);
        params.push(token::PARAMETER, token);
        params.to_query()
    }

    fn found(message: &str) -> Option<TokenEcho> {
        let answer = json!({ "resultCode": "000001", "resultMsg": message });
        read(&Key::new(KEY), &query(), answer.as_object().unwrap())
    }

    /// What a seller computes that leaves timeStamp out of the key.
    fn without_time() -> String {
        let text = "activity=newInstance&customerName=A & B&timeStamp=20260101000000000";
        galleria_protocol::body_sign::signature(&Key::new(KEY), text.as_bytes())
    }

    #[test]
    fn the_seller_s_own_token_is_found_and_explained() {
        let token = without_time();
        for message in [
            token.clone(),
            format!("expected {token}, got another"),
            format!("auth failed: expected={token}"),
            format!("签名错误,计算值【{token}】"),
        ] {
            let echo = found(&message).expect(&message);
            assert_eq!(echo.of, Echoed::Token);
            assert_eq!(
                echo.cause.as_deref(),
                Some("key-without-timestamp"),
                "{message}"
            );
        }
    }

    #[test]
    fn the_text_that_the_seller_signed_is_found_and_explained() {
        let unsorted = "timeStamp=20260101000000000&activity=newInstance&customerName=A & B";
        let encoded = "activity=newInstance&customerName=A+%26+B&timeStamp=20260101000000000";
        for (text, cause) in [
            (unsorted, "parameters-unsorted"),
            (encoded, "values-encoded"),
        ] {
            for message in [text.to_owned(), format!("signed \"{text}\", which differs")] {
                let echo = found(&message).expect(&message);
                assert_eq!(
                    (echo.of, echo.cause.as_deref()),
                    (Echoed::Text, Some(cause))
                );
            }
        }
    }

    #[test]
    fn a_token_that_nothing_explains_is_told_with_what_was_tried() {
        let stranger = galleria_protocol::body_sign::signature(&Key::new("another"), b"text");
        let echo = found(&stranger).unwrap();
        assert_eq!(echo.cause, None);
        assert!(echo.tried.unwrap().starts_with("nothing fits"));
    }

    #[test]
    fn what_was_sent_and_other_values_are_no_tokens_of_the_seller_s() {
        let sent = Params::parse(&query(), Reading::Form)
            .remove(token::PARAMETER)
            .unwrap();
        for message in [
            "",
            "authentication failed",
            &format!("wrong token {sent}"),
            "activity=newInstance is refused",
            "trace 0123456789abcdef0123456789abcdef01234567",
            "61e834ba-7b97-4418-b8f7-e5345137278c",
        ] {
            assert_eq!(found(message), None, "{message}");
        }
    }
}
