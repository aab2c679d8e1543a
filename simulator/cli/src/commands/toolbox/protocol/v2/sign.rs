//! Signing a call [v2 §2, §7.2].

use galleria_protocol::Key;
use galleria_protocol::params::Params;
use galleria_protocol::signed_call::{Claim, timestamp};

use super::address::{further, named, query};
use super::members;
use super::request::steps;
use super::signing::Signing;
use crate::commands::toolbox::protocol::{Draft, curl};
use crate::commands::toolbox::working::Working;
use crate::error::CliError;
use crate::settings::random;

/// What the marketplace says of the body.
const CONTENT_TYPE: (&str, &str) = ("Content-Type", "application/json;charset=utf8");

/// Signs a call: the signature, the address or the headers, a curl line.
pub(super) fn request(signing: Signing, key: &Key, draft: &Draft) -> Result<Working, CliError> {
    let mut working = Working::new("request");
    working.notes.clone_from(&draft.request.notes);
    let body = members::body(draft)?;
    let claim = claim(signing, key, draft, &body)?;
    working.text("body", "Body", String::from_utf8_lossy(&body));
    steps(signing, key, &claim, &body, &mut working);
    let (further, had_claim) = further(signing, &draft.request.query);
    if had_claim {
        working.note("the address was signed already: signature, timestamp and nonce are new");
    }
    place(signing, &claim, &further, draft, &body, &mut working);
    Ok(working)
}

/// The claim of the call, with a nonce of its own where none is told.
fn claim(signing: Signing, key: &Key, draft: &Draft, body: &[u8]) -> Result<Claim, CliError> {
    let nonce = match &draft.nonce {
        Some(nonce) => nonce.clone(),
        None => fresh_nonce()?,
    };
    let timestamp = timestamp(draft.at.unwrap_or(draft.now));
    Ok(Claim {
        signature: signing.sign(key, &nonce, &timestamp, body),
        nonce,
        timestamp,
    })
}

/// Sixteen letters and digits, as the guide's examples have them.
fn fresh_nonce() -> Result<String, CliError> {
    let letters = random::letters_and_digits()?;
    Ok(letters.iter().map(|letter| char::from(*letter)).collect())
}

/// Where the claim stands, and how the call is made.
fn place(
    signing: Signing,
    claim: &Claim,
    further: &Params,
    draft: &Draft,
    body: &[u8],
    working: &mut Working,
) {
    let query = query(signing, claim, further);
    let address = &draft.request.address;
    let whole = match query.as_str() {
        "" => address.clone(),
        query => format!("{address}?{query}"),
    };
    let is_whole = address.contains("://");
    let mut headers = vec![(CONTENT_TYPE.0, CONTENT_TYPE.1.to_owned())];
    if signing.is_in_query() {
        let (name, heading, made) = if is_whole {
            ("url", "Address, percent-encoded", &whole)
        } else {
            ("query", "Query, percent-encoded", &query)
        };
        working.text(name, heading, made);
        working.made(made);
    } else {
        let named = named(signing, claim);
        let shown = named.clone().map(|(name, value)| (name.to_owned(), value));
        working.pairs("headers", "Headers", shown.to_vec());
        let lines = named
            .each_ref()
            .map(|(name, value)| format!("{name}: {value}"));
        working.made(lines.join("\n"));
        headers.extend(named);
    }
    if is_whole {
        match curl::line(&whole, &headers, body) {
            Some(line) => working.text("curl", "Call it with", line),
            None => working.note("the body is no text, so no command line can hold it"),
        }
    }
}
