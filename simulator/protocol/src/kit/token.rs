//! V1's signature of a kit call: the header `authToken` [kit §1.3].
//!
//! The token is that of V1's queries, made of the body's members: sorted by name, written as
//! `a=1&b=2`, under the access key followed by the time of the call. The pages call that time
//! `timeStamp`; the table of authSync names it `currentSyncTime`, and no page says what its key
//! ends in then.

use serde_json::{Map, Value};

use crate::token::{Empty, TokenError, signed_at};
use crate::{Key, hmac_sha256};

/// The name of the header that carries the token.
pub const HEADER: &str = "authToken";

/// Which member's value is appended to the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// `timeStamp`, as the pages say; nothing where the body has none.
    TimeStamp,
    /// `currentSyncTime`, which authSync has in its place.
    CurrentSyncTime,
}

impl Appended {
    /// Both, the pages' own first.
    pub const ALL: [Appended; 2] = [Appended::TimeStamp, Appended::CurrentSyncTime];

    fn name(self) -> &'static str {
        match self {
            Appended::TimeStamp => "timeStamp",
            Appended::CurrentSyncTime => "currentSyncTime",
        }
    }
}

/// The token of a body. Numbers are signed as they are written; members that are null are left
/// out.
pub fn sign(key: &Key, body: &Map<String, Value>, appended: Appended) -> String {
    token(key, &texts(body), appended, Empty::Kept)
}

/// Checks the token in the header. Gives the member whose value it was made with; members of an
/// empty value may have been signed or left out, because the vendor's own samples differ.
pub fn verify(
    key: &Key,
    body: &Map<String, Value>,
    header: Option<&str>,
) -> Result<Appended, TokenError> {
    let header = header.map(str::trim).filter(|header| !header.is_empty());
    let header = header.ok_or(TokenError::Missing)?;
    let texts = texts(body);
    let fits = |appended: &Appended| {
        let made = |empty| token(key, &texts, *appended, empty);
        hmac_sha256::same(header, &made(Empty::Kept))
            || hmac_sha256::same(header, &made(Empty::Dropped))
    };
    let mut all = Appended::ALL.into_iter();
    all.find(fits).ok_or(TokenError::Mismatch)
}

fn token(key: &Key, texts: &[(String, String)], appended: Appended, empty: Empty) -> String {
    let pairs: Vec<_> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let time = pairs.iter().find(|(name, _)| *name == appended.name());
    signed_at(key, time.map_or("", |(_, time)| time), &pairs, empty)
}

fn texts(body: &Map<String, Value>) -> Vec<(String, String)> {
    let text = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    body.iter()
        .filter_map(|(name, value)| Some((name.clone(), text(value)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Params;

    fn key() -> Key {
        Key::new("obviously-fake-kit-key")
    }

    fn object(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn token_is_that_of_the_query_with_the_same_members() {
        let body = object(r#"{"name":"华为 a&b=+","timeStamp":"1","flag":1,"position":null}"#);
        let query: Params = [("name", "华为 a&b=+"), ("timeStamp", "1"), ("flag", "1")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .collect();
        let token = sign(&key(), &body, Appended::TimeStamp);
        assert_eq!(token, crate::token::sign(&key(), &query));
    }

    #[test]
    fn appended_time_is_found() {
        let body = object(r#"{"tenantId":"t","currentSyncTime":"20220420114117642"}"#);
        for appended in Appended::ALL {
            let token = sign(&key(), &body, appended);
            assert_eq!(verify(&key(), &body, Some(&token)), Ok(appended));
        }
    }

    #[test]
    fn empty_members_may_be_left_out() {
        let signed = object(r#"{"tenantId":"t","timeStamp":"1"}"#);
        let token = sign(&key(), &signed, Appended::TimeStamp);
        let sent = object(r#"{"instanceId":"","tenantId":"t","timeStamp":"1"}"#);
        assert_eq!(verify(&key(), &sent, Some(&token)), Ok(Appended::TimeStamp));
    }

    #[test]
    fn missing_and_wrong_tokens_are_told_apart() {
        let body = object(r#"{"tenantId":"t","timeStamp":"1"}"#);
        for header in [None, Some(""), Some(" ")] {
            assert_eq!(verify(&key(), &body, header), Err(TokenError::Missing));
        }
        let token = sign(&key(), &body, Appended::TimeStamp);
        let changed = object(r#"{"tenantId":"u","timeStamp":"1"}"#);
        for (body, key) in [(&changed, key()), (&body, Key::new("another"))] {
            assert_eq!(verify(&key, body, Some(&token)), Err(TokenError::Mismatch));
        }
    }
}
