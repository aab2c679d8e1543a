//! `authToken`: how the marketplace signs a request [v1 §2].
//!
//! The parameters but `authToken` are decoded, sorted by name and written as `a=1&b=2`; the token
//! is the Base64 of that text's HMAC-SHA256 under the access key followed by `timeStamp`.

use crate::hmac_sha256;
use crate::params::{Reading, pairs};
use crate::{Key, Params};

/// The name of the parameter that carries the token.
pub const PARAMETER: &str = "authToken";

/// The name of the parameter whose value is appended to the key.
pub(crate) const TIME_STAMP: &str = "timeStamp";

/// Why a query is not the marketplace's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// There is no token, or an empty one.
    #[error("authToken is missing; sign the request")]
    Missing,
    /// The token fits no reading of the parameters.
    #[error("authToken does not fit the parameters; sign the decoded values, sorted by name")]
    Mismatch,
}

/// The text that is signed: `name=value` pairs joined by `&`, sorted by name, without `authToken`.
/// Of repeated names only the first counts.
pub fn string_to_sign(params: &Params) -> String {
    canonical(&params.iter().collect::<Vec<_>>(), Empty::Kept)
}

/// The token of `params`. `timeStamp` is taken from them; where there is none, the key stands
/// alone.
pub fn sign(key: &Key, params: &Params) -> String {
    let pairs: Vec<_> = params.iter().collect();
    signed(key, &pairs, Empty::Kept)
}

/// Checks the token in a query's text (what stands behind the `?`).
///
/// Gives the first reading under which it fits: [`Reading::ALL`] in that order, each first with
/// parameters of an empty value and then without them, because the vendor's own samples differ.
/// The comparison takes the same time for every wrong token.
pub fn verify(key: &Key, query: &str) -> Result<Reading, TokenError> {
    let mut present = false;
    for reading in Reading::ALL {
        let decoded: Vec<_> = pairs(query, reading).collect();
        let pairs: Vec<_> = decoded
            .iter()
            .map(|(n, v)| (n.as_ref(), v.as_ref()))
            .collect();
        let Some(token) = value(&pairs, PARAMETER).filter(|token| !token.is_empty()) else {
            continue;
        };
        present = true;
        if hmac_sha256::same(token, &signed(key, &pairs, Empty::Kept))
            || hmac_sha256::same(token, &signed(key, &pairs, Empty::Dropped))
        {
            return Ok(reading);
        }
    }
    Err(if present {
        TokenError::Mismatch
    } else {
        TokenError::Missing
    })
}

/// What becomes of parameters with an empty value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Empty {
    /// They are signed as `name=`.
    Kept,
    /// They are left out, as in the vendor's sample for POST bodies.
    Dropped,
}

fn signed(key: &Key, pairs: &[(&str, &str)], empty: Empty) -> String {
    let time = value(pairs, TIME_STAMP).unwrap_or_default();
    signed_at(key, time, pairs, empty)
}

/// The token of pairs under the key followed by `time`.
pub(crate) fn signed_at(key: &Key, time: &str, pairs: &[(&str, &str)], empty: Empty) -> String {
    let key = [key.bytes(), time.as_bytes()].concat();
    hmac_sha256::base64(&key, canonical(pairs, empty).as_bytes())
}

fn value<'a>(pairs: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

fn canonical(pairs: &[(&str, &str)], empty: Empty) -> String {
    let mut sorted: Vec<_> = pairs
        .iter()
        .filter(|(name, _)| *name != PARAMETER)
        .collect();
    // Java sorts by UTF-16 code units; the sort is stable, so the first of equal names leads.
    sorted.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    sorted.dedup_by(|(later, _), (first, _)| later == first);
    let mut text = String::with_capacity(sorted.iter().map(|(n, v)| n.len() + v.len() + 2).sum());
    for (name, value) in sorted {
        if value.is_empty() && empty == Empty::Dropped {
            continue;
        }
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name);
        text.push('=');
        text.push_str(value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::new("xxxxxxx")
    }

    fn params(pairs: &[(&str, &str)]) -> Params {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn text_is_sorted_by_utf16_without_the_token() {
        let all = params(&[
            ("b", "2"),
            ("authToken", "t"),
            ("\u{ff5e}", "5"),
            ("\u{10000}", "4"),
            ("a", ""),
            ("B", "0&=+ 中"),
        ]);
        assert_eq!(
            string_to_sign(&all),
            "B=0&=+ 中&a=&b=2&\u{10000}=4&\u{ff5e}=5"
        );
    }

    #[test]
    fn first_of_repeated_names_counts() {
        let all = params(&[("b", "1"), ("a", "2"), ("a", "1"), ("a", "3")]);
        assert_eq!(string_to_sign(&all), "a=2&b=1");
    }

    #[test]
    fn missing_token_is_told_from_a_wrong_one() {
        for query in ["", "a=1", "a=1&authToken=", "a=1&authToken"] {
            assert_eq!(verify(&key(), query), Err(TokenError::Missing), "{query}");
        }
        assert_eq!(verify(&key(), "a=1&authToken=x"), Err(TokenError::Mismatch));
    }

    #[test]
    fn token_must_fit_to_the_letter() {
        let mut sent = params(&[("a", "1"), ("timeStamp", "2")]);
        let right = sign(&key(), &sent);
        for wrong in [
            &right[..43],
            &right.to_lowercase(),
            &format!("{right}="),
            &format!(" {right}"),
        ] {
            sent.set(PARAMETER, wrong);
            assert_eq!(
                verify(&key(), &sent.to_query()),
                Err(TokenError::Mismatch),
                "{wrong}"
            );
        }
        sent.set(PARAMETER, right);
        assert_eq!(verify(&key(), &sent.to_query()), Ok(Reading::Form));
    }

    #[test]
    fn each_reading_is_found() {
        for (value, query, reading) in [
            ("a b", "name=a+b", Reading::Form),
            ("a+b", "name=a+b", Reading::Percent),
        ] {
            let token = sign(&key(), &params(&[("name", value)]));
            let token = params(&[(PARAMETER, &token)]).to_query();
            assert_eq!(verify(&key(), &format!("{query}&{token}")), Ok(reading));
        }
        let token = sign(&key(), &params(&[("email", "a+b"), ("name", "a b")]));
        let token = params(&[(PARAMETER, &token)]).to_query();
        let query = format!("email=a+b&name=a+b&{token}");
        assert_eq!(verify(&key(), &query), Ok(Reading::BlankAsPlus));
    }
}
