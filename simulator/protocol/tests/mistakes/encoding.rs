//! A right digest, written down wrongly.

use super::signing::{KEY, Made, SENT, assert_named, named, signed};
use crate::naive::{base64, form, hmac};

/// An answer whose signature holds `+`, `/` and, as all do, `=`.
fn answer() -> (String, String) {
    let bodies = (0..).map(|number| format!("{{\"resultCode\":\"000000\",\"n\":{number}}}"));
    let mut signed = bodies.map(|body| (signed(KEY.as_bytes(), body.as_bytes()), body));
    signed
        .find(|(text, _)| text.contains('+') && text.contains('/'))
        .expect("one will do")
}

pub(super) fn made() -> Vec<Made> {
    let (right, body) = answer();
    let digest = hmac::sha256(KEY.as_bytes(), body.as_bytes());
    let url_safe = right.replace('+', "-").replace('/', "_");
    let named = |text: &str| named(text, body.as_bytes());
    vec![
        ("unpadded-base64", named(right.trim_end_matches('='))),
        ("url-safe-base64", named(&url_safe)),
        ("url-safe-base64", named(url_safe.trim_end_matches('='))),
        ("blank-for-plus", named(&right.replace('+', " "))),
        ("blanks-around-base64", named(&format!(" {right}"))),
        ("blanks-around-base64", named(&format!("{right}\n"))),
        ("percent-encoded", named(&form::encode(&right))),
        ("hex-lower", named(&hex::encode(&digest))),
        ("hex-upper", named(&hex::encode_upper(&digest))),
        (
            "hex-then-base64",
            named(&base64::encode(hex::encode(&digest).as_bytes())),
        ),
        (
            "hex-then-base64",
            named(&base64::encode(hex::encode_upper(&digest).as_bytes())),
        ),
        ("base64-twice", named(&base64::encode(right.as_bytes()))),
    ]
}

#[test]
fn wrong_writings_are_named() {
    assert_named(&made());
}

#[test]
fn right_signature_is_never_named() {
    for body in [SENT, "", " {} \n", "no JSON", "{\"a\":1}"] {
        assert_eq!(
            named(&signed(KEY.as_bytes(), body.as_bytes()), body.as_bytes()),
            None
        );
    }
}

#[test]
fn nothing_is_named_where_nothing_fits() {
    let stranger = signed(b"a stranger's key", SENT.as_bytes());
    for text in ["", "=", "signature", &stranger, &stranger[..20], "zz zz"] {
        assert_eq!(named(text, SENT.as_bytes()), None, "{text}");
    }
}
