//! A V2 call or a usage push was signed wrongly.

use galleria_protocol::Key;
use galleria_protocol::mistake::{
    Context, Diagnosis, of_kit_signature, of_query_signature, of_usage_signature,
};
use galleria_protocol::signed_call::Claim;

use super::signing::{KEY, slug};
use crate::naive::call::hex;
use crate::naive::{base64, hmac};

/// The nonce of the calls.
pub(super) const NONCE: &str = "Of4lsV7H1qrzVDI52O5CFk2ofPcZRaA6";
/// The time of the calls.
pub(super) const TIMESTAMP: &str = "1729566664115";

/// The body as it is sent: sorted and compact but for a null member, with Chinese, a slash, markup,
/// a number and a nested object that is not sorted.
pub(super) const BODY: &str = r#"{"activity":"newInstance","businessId":"业务/1&2","memo":null,"orderId":"CS1","productInfo":{"skuCode":"s","productId":"p","linearValue":20},"testFlag":1}"#;

/// Which of the three signatures it is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Query,
    Kit,
    Usage,
}

/// What is named where `signature` comes with `body`.
pub(super) fn named_body(kind: Kind, signature: &str, body: &str) -> Diagnosis {
    let other_keys = [Key::new("another-key")];
    let context = Context {
        other_keys: &other_keys,
        ..Context::default()
    };
    let claim = Claim {
        signature: signature.to_owned(),
        nonce: NONCE.to_owned(),
        timestamp: TIMESTAMP.to_owned(),
    };
    let of = match kind {
        Kind::Query => of_query_signature,
        Kind::Kit => of_kit_signature,
        Kind::Usage => of_usage_signature,
    };
    of(&Key::new(KEY), &claim, body.as_bytes(), &context)
}

/// The slug of what is named where `signature` comes with the body.
pub(super) fn named(kind: Kind, signature: &str) -> Option<String> {
    slug(&named_body(kind, signature, BODY))
}

/// The slug where that text was signed with the right key.
pub(super) fn named_text(kind: Kind, text: impl AsRef<[u8]>) -> Option<String> {
    named_under(kind, KEY.as_bytes(), text)
}

/// The slug where that text was signed with that key.
pub(super) fn named_under(kind: Kind, key: &[u8], text: impl AsRef<[u8]>) -> Option<String> {
    named(kind, &written(kind, &hmac::sha256(key, text.as_ref())))
}

/// A digest as that signature is written.
pub(super) fn written(kind: Kind, digest: &[u8]) -> String {
    match kind {
        Kind::Usage => base64::encode(digest),
        Kind::Query | Kind::Kit => hex(digest),
    }
}

/// The body's digest under a key, as the base interfaces want it.
pub(super) fn digest(key: &[u8], body: &str) -> String {
    hex(&hmac::sha256(key, body.as_bytes()))
}

/// The right text of each kind around the body's text, under that key.
pub(super) fn text(kind: Kind, key: &str, body: &str) -> String {
    let start = format!("{key}{NONCE}{TIMESTAMP}");
    match kind {
        Kind::Query => format!("{start}{}", digest(key.as_bytes(), body)),
        Kind::Kit => format!("{start}{body}"),
        Kind::Usage => format!("ts={TIMESTAMP}&nonce={NONCE}&body={body}"),
    }
}

/// All three.
pub(super) const KINDS: [Kind; 3] = [Kind::Query, Kind::Kit, Kind::Usage];

#[test]
fn right_signatures_are_never_named() {
    for kind in KINDS {
        let sorted = r#"{"activity":"newInstance","businessId":"业务/1&2","orderId":"CS1","productInfo":{"skuCode":"s","productId":"p","linearValue":20},"testFlag":1}"#;
        for body in [BODY, sorted] {
            let signature = written(
                kind,
                &hmac::sha256(KEY.as_bytes(), text(kind, KEY, body).as_bytes()),
            );
            assert_eq!(named_body(kind, &signature, BODY), Diagnosis::Right);
        }
    }
    let signature = digest(KEY.as_bytes(), &text(Kind::Query, KEY, BODY)).to_uppercase();
    assert_eq!(named_body(Kind::Query, &signature, BODY), Diagnosis::Right);
}

#[test]
fn nothing_is_named_where_nothing_fits() {
    for kind in KINDS {
        let stranger = written(kind, &hmac::sha256(b"a stranger's key", BODY.as_bytes()));
        let found = named_body(kind, &stranger, BODY);
        let tried = found.tried().expect("nothing fits");
        assert!(tried.computations() > 1000, "{tried}");
        assert!(
            tried.to_string().contains("two of these at once"),
            "{tried}"
        );
        let found = named_body(kind, "", BODY);
        assert!(matches!(found, Diagnosis::Unknown(tried) if tried.computations() == 0));
    }
}

#[test]
fn large_bodies_are_looked_into_less() {
    let stranger = hex(&hmac::sha256(b"a stranger's key", b""));
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(9000));
    let found = named_body(Kind::Query, &stranger, &large);
    assert!(found.tried().unwrap().to_string().contains("too large"));
    let found = named_body(Kind::Query, &stranger, &" ".repeat(200_000));
    assert_eq!(found.tried().unwrap().computations(), 0);
}

#[test]
fn two_mistakes_at_once_are_both_named() {
    let sha256 = crate::naive::sdk::sha256(BODY.as_bytes());
    let other = "another-key";
    for (text, key, expected) in [
        // Three at once are more than is tried.
        (format!("{TIMESTAMP}{NONCE}{sha256}"), KEY, None),
        (
            format!("{KEY}{TIMESTAMP}{NONCE}{sha256}"),
            KEY,
            Some("body-sha256+nonce-and-timestamp-swapped"),
        ),
        (
            text(Kind::Kit, other, BODY),
            other,
            Some("kit-rule-used+wrong-key"),
        ),
        (
            format!(
                "{KEY}\n{TIMESTAMP}\n{NONCE}\n{}",
                digest(KEY.as_bytes(), BODY)
            ),
            KEY,
            Some("nonce-and-timestamp-swapped+parts-divided"),
        ),
    ] {
        let found = named_under(Kind::Query, key.as_bytes(), &text);
        assert_eq!(found.as_deref(), expected, "{text}");
    }
    let base64 = base64::encode(&hmac::sha256(
        KEY.as_bytes(),
        format!("{KEY}{NONCE}{TIMESTAMP}{sha256}").as_bytes(),
    ));
    assert_eq!(
        named(Kind::Query, &base64).as_deref(),
        Some("body-sha256+base64-for-hex")
    );
}
