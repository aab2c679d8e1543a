//! Tokens of the gateway against known answers, which Python's hmac and json made, and against what changes them.

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::gateway::token::{Algorithm, LIFE, Recipe, Unverified, sign};
use galleria_protocol::sdk_hmac::{AccessKey, SecretKey};
use serde_json::json;

use crate::naive;

/// Header and payload of the known answers but for the algorithm.
const PAYLOAD: &str = "eyJhcGlfa2V5Ijoib2J2aW91c2x5LWZha2UtYWsiLCJleHAiOjE3NjcyMjU5MDAsInRpbWVzdGFtcCI6MTc2NzIyNTYwMDEyM30";
const HS256: (&str, &str) = (
    "eyJhbGciOiJIUzI1NiIsInNpZ25fdHlwZSI6IlNJR04iLCJ0eXAiOiJKV1QifQ",
    "Nwv71zpxQJhYGmlR6UlD476rxt-PVmmZvvc5M93z6wk",
);
const HS512: (&str, &str) = (
    "eyJhbGciOiJIUzUxMiIsInNpZ25fdHlwZSI6IlNJR04iLCJ0eXAiOiJKV1QifQ",
    "N17CdFUCxF70MiQQMrpt7oJZDP2C-2DunvV-CswTFwIyvCrC-ahzZyGEw81OWWU39kj2qnR9KJVW3h3RQ-tS1A",
);
const NONE: (&str, &str) = (
    "eyJhbGciOiJub25lIiwic2lnbl90eXBlIjoiU0lHTiIsInR5cCI6IkpXVCJ9",
    "",
);

fn access() -> AccessKey {
    AccessKey::new("obviously-fake-ak")
}

fn secret() -> SecretKey {
    SecretKey::new("obviously-fake-sk")
}

fn at() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_767_225_600_123).unwrap_or_default()
}

#[test]
fn tokens_are_those_that_another_language_makes() {
    let all = [
        (Algorithm::Hs256, HS256),
        (Algorithm::Hs512, HS512),
        (Algorithm::None, NONE),
    ];
    for (algorithm, (header, signature)) in all {
        let recipe = Recipe {
            algorithm,
            ..Recipe::new(access(), at())
        };
        let known = format!("{header}.{PAYLOAD}.{signature}");
        assert_eq!(recipe.sign(&secret()), known, "{algorithm:?}");
        let read = Unverified::read(&known).unwrap();
        assert!(read.names(algorithm) && read.is_signed(&secret(), algorithm));
        assert_eq!(read.api_key(), Some("obviously-fake-ak"));
        assert_eq!(read.timestamp(), Some(1_767_225_600_123));
        assert_eq!(read.expires(), Some(1_767_225_900));
    }
}

#[test]
fn the_signature_is_the_hmac_of_both_parts_by_its_definition() {
    let token = sign(&access(), &secret(), at());
    let (text, signature) = token.rsplit_once('.').unwrap();
    let mac = naive::hmac::sha256(b"obviously-fake-sk", text.as_bytes());
    let encoded = naive::base64::encode(&mac);
    let safe = encoded.replace('+', "-").replace('/', "_");
    assert_eq!(signature, safe.trim_end_matches('='));
}

#[test]
fn a_token_of_another_secret_and_one_that_was_changed_are_not_signed() {
    let token = sign(&access(), &secret(), at());
    let read = Unverified::read(&token).unwrap();
    for other in ["", "obviously-fake-sk2", "Obviously-fake-sk"] {
        assert!(!read.is_signed(&SecretKey::new(other), Algorithm::Hs256));
    }
    let later = sign(&access(), &secret(), at() + TimeDelta::hours(1));
    let (head, _) = later.rsplit_once('.').unwrap();
    let mixed = format!("{head}.{}", token.rsplit_once('.').unwrap().1);
    let read = Unverified::read(&mixed).unwrap();
    assert!(!read.is_signed(&secret(), Algorithm::Hs256));
    for none in ["", "a.b", "a.b.c", "..", "e30.e30"] {
        assert!(Unverified::read(none).is_none(), "{none}");
    }
}

#[test]
fn a_token_holds_for_five_minutes() {
    let token = sign(&access(), &secret(), at());
    let read = Unverified::read(&token).unwrap();
    let fresh = |after: TimeDelta| read.is_fresh(at() + after);
    assert!(fresh(TimeDelta::zero()) && fresh(TimeDelta::minutes(4)));
    assert!(!fresh(LIFE + TimeDelta::seconds(1)) && !fresh(TimeDelta::hours(1)));
    assert!(!fresh(-LIFE - TimeDelta::seconds(1)));
}

#[test]
fn further_members_stand_behind_those_of_the_pages() {
    let further = json!({ "iss": "x" });
    let recipe = Recipe {
        further: further.as_object().unwrap().clone(),
        typed: false,
        ..Recipe::new(access(), at())
    };
    let token = recipe.sign(&secret());
    let read = Unverified::read(&token).unwrap();
    assert_eq!(read.payload["iss"], "x");
    assert!(!read.header.contains_key("typ"));
    assert!(read.is_signed(&secret(), Algorithm::Hs256));
}
