//! What a refusal tells of the seller's own token: many sellers put the token that they computed, or
//! the text that they signed, into the answer, for whoever has to find the reason.

mod call;
mod token;

use galleria_protocol::mistake::Diagnosis;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use call::read as of_call;
pub(super) use token::read as of_token;

/// A token (V1) or a signature (V2) of the seller's own, found in its refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenEcho {
    /// What was found.
    pub of: Echoed,
    /// The slug of what explains that it is not the right one; with a `+` where it is two mistakes.
    pub cause: Option<String>,
    /// What was tried, in words, where nothing explains it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<String>,
}

/// What a refusal holds of the seller's own computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Echoed {
    /// The token that came out; over V2 the signature.
    Token,
    /// The text that was signed.
    Text,
}

/// The lengths of a digest in Base64, in hexadecimal digits, or in both: those of SHA-256 and SHA-1.
const LENGTHS: [usize; 7] = [27, 28, 40, 43, 44, 64, 88];

/// So many values of an answer are looked into.
const MOST: usize = 16;

fn named(of: Echoed, found: &Diagnosis) -> Option<TokenEcho> {
    let cause = found.cause()?.to_string();
    Some(TokenEcho {
        of,
        cause: Some(cause),
        tried: None,
    })
}

/// The first token that a mistake explains, as `why` tells; else the first of a token's form, with what
/// was tried.
fn explained<'t>(
    tokens: impl Iterator<Item = &'t str>,
    why: impl Fn(&str) -> Diagnosis,
    has_form: impl Fn(&str) -> bool,
) -> Option<TokenEcho> {
    let mut unexplained = None;
    for token in tokens.take(MOST) {
        let found = why(token);
        if let Some(echo) = named(Echoed::Token, &found) {
            return Some(echo);
        }
        if let (true, Some(tried)) = (has_form(token), found.tried()) {
            unexplained.get_or_insert(TokenEcho {
                of: Echoed::Token,
                cause: None,
                tried: Some(tried.to_string()),
            });
        }
    }
    unexplained
}

/// Every text of an answer.
fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(members) => members.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// The pieces of a text that may be a token: letters of Base64, also percent-encoded.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let other = |letter: char| !(letter.is_ascii_alphanumeric() || "+/=-_%".contains(letter));
    text.split(other).flat_map(|piece| {
        // A name may stand in front of it, as in `expected=...`.
        let behind_name = piece
            .trim_end_matches('=')
            .rfind('=')
            .map(|at| &piece[at + 1..]);
        [Some(piece), behind_name]
            .into_iter()
            .flatten()
            .filter(|piece| {
                LENGTHS.contains(&piece.len()) || (piece.contains('%') && piece.len() < 100)
            })
    })
}
