//! The key, or the text around the body of a call, is wrong.

use ::hmac::{Hmac, KeyInit, Mac};
use ::md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::calls::{
    BODY, KINDS, Kind, NONCE, TIMESTAMP, digest, named, named_text, named_under, text, written,
};
use super::signing::{KEY, Made, assert_named};
use crate::naive::{base64, hmac};

/// What is named where key and text were made of another key.
fn named_key(kind: Kind, key: &str) -> Option<String> {
    named_under(kind, key.as_bytes(), text(kind, key, BODY))
}

fn keys(kind: Kind) -> Vec<Made> {
    let encoded = base64::encode(KEY.as_bytes());
    vec![
        ("wrong-key", named_key(kind, "another-key")),
        ("key-base64-not-decoded", named_key(kind, &encoded)),
        ("key-with-newline", named_key(kind, &format!("{KEY}\n"))),
        ("key-with-blank", named_key(kind, &format!(" {KEY}"))),
        ("key-lowercased", named_key(kind, &KEY.to_lowercase())),
        ("key-uppercased", named_key(kind, &KEY.to_uppercase())),
        ("signed-with-empty-key", named_key(kind, "")),
    ]
}

fn functions(kind: Kind) -> Vec<Made> {
    let text = text(kind, KEY, BODY);
    let named = |digest: Vec<u8>| named(kind, &written(kind, &digest));
    vec![
        (
            "text-sha256-without-key",
            named(Sha256::digest(&text).to_vec()),
        ),
        (
            "key-and-data-swapped",
            named(hmac::sha256(text.as_bytes(), KEY.as_bytes())),
        ),
        ("hmac-sha1", named(keyed::<Hmac<Sha1>>(&text))),
        ("hmac-md5", named(keyed::<Hmac<Md5>>(&text))),
        ("hmac-sha512", named(keyed::<Hmac<Sha512>>(&text))),
    ]
}

fn keyed<M: Mac + KeyInit>(text: &str) -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(KEY.as_bytes()).expect("any length will do");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The parts of the base interfaces and of the kit differ in what stands for the body.
fn parts(kind: Kind) -> Vec<Made> {
    let body = text(kind, "", BODY).replacen(&format!("{NONCE}{TIMESTAMP}"), "", 1);
    let body = match kind {
        Kind::Query => digest(KEY.as_bytes(), BODY),
        Kind::Kit | Kind::Usage => body,
    };
    let named = |text: String| named_text(kind, text);
    let seconds = &TIMESTAMP[..10];
    let v1 = |text: &str| named_under(kind, format!("{KEY}{TIMESTAMP}").as_bytes(), text);
    let upper = NONCE.to_uppercase();
    vec![
        (
            "key-not-in-text",
            named(format!("{NONCE}{TIMESTAMP}{body}")),
        ),
        (
            "nonce-and-timestamp-swapped",
            named(format!("{KEY}{TIMESTAMP}{NONCE}{body}")),
        ),
        (
            "timestamp-in-seconds",
            named(format!("{KEY}{NONCE}{seconds}{body}")),
        ),
        (
            "parts-divided",
            named(format!("{KEY}&{NONCE}&{TIMESTAMP}&{body}")),
        ),
        (
            "parts-divided",
            named(format!("{KEY}\n{NONCE}\n{TIMESTAMP}\n{body}")),
        ),
        (
            "parts-named",
            named(format!(
                "accessKey={KEY}&nonce={NONCE}&timestamp={TIMESTAMP}&body={body}"
            )),
        ),
        ("nonce-left-out", named(format!("{KEY}{TIMESTAMP}{body}"))),
        ("timestamp-left-out", named(format!("{KEY}{NONCE}{body}"))),
        (
            "nonce-case-changed",
            named(format!("{KEY}{upper}{TIMESTAMP}{body}")),
        ),
        (
            "parts-in-another-order",
            named(format!("{NONCE}{TIMESTAMP}{body}{KEY}")),
        ),
        ("v1-token-rule-used", v1(BODY)),
        (
            "v1-token-rule-used",
            v1(&format!("nonce={NONCE}&timestamp={TIMESTAMP}")),
        ),
        ("v1-body-rule-used", named(BODY.to_owned())),
    ]
}

fn usage() -> Vec<Made> {
    let named = |text: String| named_text(Kind::Usage, text);
    let seconds = &TIMESTAMP[..10];
    vec![
        (
            "usage-parts-unnamed",
            named(format!("{TIMESTAMP}&{NONCE}&{BODY}")),
        ),
        (
            "usage-parts-unnamed",
            named(format!("{TIMESTAMP}{NONCE}{BODY}")),
        ),
        (
            "usage-parts-divided-otherwise",
            named(format!("ts={TIMESTAMP}nonce={NONCE}body={BODY}")),
        ),
        (
            "usage-parts-in-another-order",
            named(format!("nonce={NONCE}&ts={TIMESTAMP}&body={BODY}")),
        ),
        (
            "usage-part-left-out",
            named(format!("ts={TIMESTAMP}&nonce={NONCE}")),
        ),
        ("usage-part-left-out", named(BODY.to_owned())),
        (
            "timestamp-in-seconds",
            named(format!("ts={seconds}&nonce={NONCE}&body={BODY}")),
        ),
        ("call-rule-used", named(text(Kind::Query, KEY, BODY))),
        ("call-rule-used", named(text(Kind::Kit, KEY, BODY))),
    ]
}

/// The key that is given is the Base64 of what was used.
fn decoded() -> Option<String> {
    use galleria_protocol::Key;
    use galleria_protocol::mistake::{Context, of_query_signature};
    use galleria_protocol::signed_call::Claim;
    let given = base64::encode(KEY.as_bytes());
    let claim = Claim {
        signature: digest(KEY.as_bytes(), &text(Kind::Query, KEY, BODY)),
        nonce: NONCE.to_owned(),
        timestamp: TIMESTAMP.to_owned(),
    };
    let context = Context::default();
    let found = of_query_signature(&Key::new(given), &claim, BODY.as_bytes(), &context);
    super::signing::slug(&found)
}

pub(super) fn made() -> Vec<Made> {
    let mut all = vec![("key-base64-decoded", decoded())];
    for kind in KINDS {
        all.extend(functions(kind));
    }
    all.extend(keys(Kind::Query));
    all.extend(keys(Kind::Kit));
    all.extend(keys(Kind::Usage));
    all.extend(parts(Kind::Query));
    all.extend(parts(Kind::Kit));
    all.extend(usage());
    all
}

#[test]
fn wrong_keys_texts_and_functions_are_named() {
    assert_named(&made());
}
