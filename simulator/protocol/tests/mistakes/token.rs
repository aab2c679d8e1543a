//! A request's token was made wrongly.

use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, Diagnosis, of_computed_token, of_signed_text, of_token};
use galleria_protocol::token::PARAMETER;
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::signing::{KEY, Made, TIME_STAMP, assert_named, signed, slug};
use crate::naive::{base64, form};

/// The sorted, decoded text; `Zone` comes first because capitals do.
const RIGHT: &str =
    "Zone=1&activity=newInstance&customerName= 华为 +1&orderId=CS1&timeStamp=20200727073711903";

/// The query in which it is sent, without its token.
const QUERY: &str = "timeStamp=20200727073711903&activity=newInstance&orderId=CS1&Zone=1\
                     &customerName=+%E5%8D%8E%E4%B8%BA+%2B1";

/// What is named where `token` comes with the query.
fn named_token(token: &str) -> Option<String> {
    let query = format!("{QUERY}&{PARAMETER}={}", form::encode(token));
    slug(&of_token(&Key::new(KEY), &query, &Context::default()))
}

fn named_key(key: &str) -> Option<String> {
    named_token(&signed(key.as_bytes(), RIGHT.as_bytes()))
}

fn named_text(text: &str) -> Option<String> {
    named_token(&signed(
        format!("{KEY}{TIME_STAMP}").as_bytes(),
        text.as_bytes(),
    ))
}

/// An empty value is sent, and was not signed.
fn named_with_empty_value() -> Option<String> {
    let token = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), RIGHT.as_bytes());
    let query = format!("{QUERY}&productId=&{PARAMETER}={}", form::encode(&token));
    let found = of_computed_token(&Key::new(KEY), &query, &token, &Context::default());
    slug(&found)
}

/// What is named where the right text is signed with another keyed function.
fn named_function<M: Mac + KeyInit>() -> Option<String> {
    let mac = <M as KeyInit>::new_from_slice(format!("{KEY}{TIME_STAMP}").as_bytes());
    let mac = mac.expect("any length will do").chain_update(RIGHT);
    named_token(&base64::encode(&mac.finalize().into_bytes()))
}

pub(super) fn made() -> Vec<Made> {
    let encoded = RIGHT.replace(" 华为 +1", "+%E5%8D%8E%E4%B8%BA+%2B1");
    let sent = "timeStamp=20200727073711903&activity=newInstance&orderId=CS1&Zone=1\
                &customerName= 华为 +1";
    let without_case = "activity=newInstance&customerName= 华为 +1&orderId=CS1\
                        &timeStamp=20200727073711903&Zone=1";
    let descending = "timeStamp=20200727073711903&orderId=CS1&customerName= 华为 +1\
                      &activity=newInstance&Zone=1";
    let latin: String = RIGHT.bytes().map(char::from).collect();
    let token_within = RIGHT.replace("&customerName", "&authToken=&customerName");
    vec![
        ("key-without-timestamp", named_key(KEY)),
        (
            "timestamp-before-key",
            named_key(&format!("{TIME_STAMP}{KEY}")),
        ),
        ("timestamp-as-key", named_key(TIME_STAMP)),
        (
            "key-and-timestamp-divided",
            named_key(&format!("{KEY}\n{TIME_STAMP}")),
        ),
        (
            "key-and-timestamp-divided",
            named_key(&format!("{KEY}&{TIME_STAMP}")),
        ),
        ("values-encoded", named_text(&encoded)),
        ("parameters-unsorted", named_text(sent)),
        ("sorted-without-case", named_text(without_case)),
        ("sorted-descending", named_text(descending)),
        ("text-in-one-case", named_text(&RIGHT.to_lowercase())),
        (
            "parameter-left-out",
            named_text(&RIGHT.replace("&orderId=CS1", "")),
        ),
        ("token-included", named_text(&format!("{RIGHT}&authToken="))),
        ("token-included", named_text(&token_within)),
        (
            "token-key-case-changed",
            named_key(&format!("{}{TIME_STAMP}", KEY.to_uppercase())),
        ),
        (
            "values-decoded-twice",
            named_text(&RIGHT.replace("+1", " 1")),
        ),
        ("text-encoded-whole", named_text(&form::encode(RIGHT))),
        ("address-signed", named_text(QUERY)),
        ("text-in-ascii", named_text(&RIGHT.replace("华为", "??"))),
        ("values-in-other-charset", named_text(&latin)),
        (
            "values-in-other-charset",
            named_text(&RIGHT.replace("华为", "鍗庝负")),
        ),
        ("empty-values-left-out", named_with_empty_value()),
        ("token-hmac-sha1", named_function::<Hmac<Sha1>>()),
        ("token-hmac-md5", named_function::<Hmac<Md5>>()),
        ("token-hmac-sha512", named_function::<Hmac<Sha512>>()),
        (
            "token-without-hmac",
            named_token(&base64::encode(&Sha256::digest(format!(
                "{RIGHT}{KEY}{TIME_STAMP}"
            )))),
        ),
        (
            "token-key-and-text-swapped",
            named_token(&signed(
                RIGHT.as_bytes(),
                format!("{KEY}{TIME_STAMP}").as_bytes(),
            )),
        ),
        (
            "names-only",
            named_text("Zone&activity&customerName&orderId&timeStamp"),
        ),
        (
            "values-only",
            named_text("1newInstance 华为 +1CS120200727073711903"),
        ),
        ("marks-left-out", named_text(&RIGHT.replace('&', ""))),
        ("marks-left-out", named_text(&RIGHT.replace(['&', '='], ""))),
        ("text-wrapped", named_text(&format!("?{RIGHT}"))),
        ("text-wrapped", named_text(&format!("{RIGHT}&"))),
        ("values-trimmed", named_text(&RIGHT.replace("= 华", "=华"))),
    ]
}

#[test]
fn wrong_tokens_are_named() {
    assert_named(&made());
}

#[test]
fn wrong_writings_of_a_token_are_named() {
    let right = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), RIGHT.as_bytes());
    assert_eq!(
        named_token(right.trim_end_matches('=')).as_deref(),
        Some("unpadded-base64")
    );
    assert_eq!(
        named_token(&form::encode(&right)).as_deref(),
        Some("percent-encoded")
    );
}

#[test]
fn a_computed_token_is_looked_into_whatever_the_query_carries() {
    let wrong = signed(KEY.as_bytes(), RIGHT.as_bytes());
    let right = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), RIGHT.as_bytes());
    for sent in [
        "",
        "&authToken=something",
        &format!("&authToken={}", form::encode(&right)),
    ] {
        let query = format!("{QUERY}{sent}");
        let of = |computed: &str| {
            of_computed_token(&Key::new(KEY), &query, computed, &Context::default())
        };
        assert_eq!(slug(&of(&wrong)).as_deref(), Some("key-without-timestamp"));
        assert_eq!(of(&right), Diagnosis::Right);
    }
}

#[test]
fn a_text_that_was_taken_for_the_one_to_sign_is_looked_into() {
    let of = |text: &str| of_signed_text(&Key::new(KEY), QUERY, text, &Context::default());
    let unsigned = RIGHT.replace("&orderId=CS1", "");
    assert_eq!(slug(&of(&unsigned)).as_deref(), Some("parameter-left-out"));
    assert_eq!(of(RIGHT), Diagnosis::Right);
}

#[test]
fn right_token_is_never_named() {
    let token = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), RIGHT.as_bytes());
    let query = format!("{QUERY}&{PARAMETER}={}", form::encode(&token));
    let found = of_token(&Key::new(KEY), &query, &Context::default());
    assert_eq!(found, Diagnosis::Right);
}

#[test]
fn nothing_is_named_where_nothing_fits() {
    assert_eq!(
        named_token(&signed(b"a stranger's key", RIGHT.as_bytes())),
        None
    );
    assert_eq!(named_token(""), None);
    let found = of_token(&Key::new(KEY), QUERY, &Context::default());
    assert!(matches!(found, Diagnosis::Unknown(tried) if tried.computations() == 0));
}
