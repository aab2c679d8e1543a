//! Two mistakes were made at once, and both are named.

use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, of_token as of_token_in};
use galleria_protocol::token::PARAMETER;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::signing::{KEY, Made, SENT, TIME_STAMP, assert_named, named, signed, slug};
use crate::naive;
use crate::naive::{base64, form};

fn of_body_sign() -> Vec<Made> {
    let body = SENT.as_bytes();
    let with_time = format!("{KEY}{TIME_STAMP}");
    let lowered = KEY.to_lowercase();
    let sorted = sorted();
    let with_newline = format!("{SENT}\n");
    vec![
        (
            "wrong-key+hex-lower",
            named(
                &hex::encode(naive::hmac::sha256(b"another-key", body)),
                body,
            ),
        ),
        (
            "signed-with-key-and-timestamp+signed-without-trailing-newline",
            named(&signed(with_time.as_bytes(), body), with_newline.as_bytes()),
        ),
        (
            "key-lowercased+keys-sorted",
            named(&signed(lowered.as_bytes(), sorted.as_bytes()), body),
        ),
        (
            "keys-sorted+unpadded-base64",
            named(
                signed(KEY.as_bytes(), sorted.as_bytes()).trim_end_matches('='),
                body,
            ),
        ),
        (
            "sha256-without-key+hex-lower",
            named(&hex::encode(Sha256::digest(SENT)), body),
        ),
        ("hmac-sha1+keys-sorted", named(&sha1(KEY, &sorted), body)),
        (
            "signed-with-key-and-timestamp+hmac-sha1",
            named(&sha1(&with_time, SENT), body),
        ),
        (
            "hmac-sha1+hex-then-base64",
            named(
                &base64::encode(hex::encode(sha1_bytes(KEY, SENT)).as_bytes()),
                body,
            ),
        ),
    ]
}

/// What was sent, its members sorted by name.
fn sorted() -> String {
    r#"{"appInfo":{"frontEndUrl":"https://a.example/x?y=1&z=2","memo":null},"encryptType":"1","instanceId":"id-1","resultCode":"000000","resultMsg":"购买成功"}"#.to_owned()
}

fn sha1(key: &str, text: &str) -> String {
    base64::encode(&sha1_bytes(key, text))
}

fn sha1_bytes(key: &str, text: &str) -> Vec<u8> {
    let mac = <Hmac<Sha1> as KeyInit>::new_from_slice(key.as_bytes());
    let mac = mac.expect("any length will do").chain_update(text);
    mac.finalize().into_bytes().to_vec()
}

/// A token's parameters, sorted and decoded, and in the order sent.
const TEXT: &str = "activity=newInstance&customerName=a b&timeStamp=20200727073711903";
const UNSORTED: &str = "timeStamp=20200727073711903&activity=newInstance&customerName=a b";

fn of_token() -> Vec<Made> {
    let named = |token: &str| {
        let query = format!(
            "{}&{PARAMETER}={}",
            UNSORTED.replace("a b", "a+b"),
            form::encode(token)
        );
        slug(&of_token_in(&Key::new(KEY), &query, &Context::default()))
    };
    let right = format!("{KEY}{TIME_STAMP}");
    let encoded = TEXT.replace("a b", "a+b");
    vec![
        (
            "key-without-timestamp+values-encoded",
            named(&signed(KEY.as_bytes(), encoded.as_bytes())),
        ),
        (
            "key-without-timestamp+parameters-unsorted",
            named(&signed(KEY.as_bytes(), UNSORTED.as_bytes())),
        ),
        (
            "values-encoded+hex-lower",
            named(&hex::encode(naive::hmac::sha256(
                right.as_bytes(),
                encoded.as_bytes(),
            ))),
        ),
        (
            "token-hmac-sha1+values-encoded",
            named(&sha1(&right, &encoded)),
        ),
    ]
}

#[test]
fn two_mistakes_in_a_token_are_named() {
    assert_named(&of_token());
}

#[test]
fn two_mistakes_in_a_signature_are_named() {
    assert_named(&of_body_sign());
}
