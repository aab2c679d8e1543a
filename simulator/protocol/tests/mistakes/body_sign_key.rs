//! The body was signed with something other than the key.

use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, of_body_sign};

use super::signing::{KEY, Made, SENT, TIME_STAMP, assert_named, named, signed, slug};
use crate::naive::{base64, cipher};

pub(super) fn made() -> Vec<Made> {
    let body = SENT.as_bytes();
    let with = |key: &[u8]| named(&signed(key, body), body);
    let text = |key: String| with(key.as_bytes());
    vec![
        (
            "signed-with-key-and-timestamp",
            text(format!("{KEY}{TIME_STAMP}")),
        ),
        ("wrong-key", with(b"another-key")),
        ("key-with-newline", text(format!("{KEY}\n"))),
        ("key-with-newline", text(format!("{KEY}\r\n"))),
        ("key-with-blank", text(format!(" {KEY}"))),
        ("key-with-blank", text(format!("{KEY} "))),
        ("key-in-quotes", text(format!("\"{KEY}\""))),
        ("key-in-quotes", text(format!("'{KEY}'"))),
        ("key-lowercased", text(KEY.to_lowercase())),
        ("key-uppercased", text(KEY.to_uppercase())),
        ("key-without-hyphens", text(KEY.replace('-', ""))),
        (
            "key-decoded",
            with(&hex::decode(KEY.replace('-', "")).expect("a UUID is hexadecimal")),
        ),
        ("key-encoded", text(base64::encode(KEY.as_bytes()))),
        ("signed-with-empty-key", with(b"")),
        ("signed-with-derived-key", with(&cipher::derive(KEY, 16))),
        ("signed-with-derived-key", with(&cipher::derive(KEY, 32))),
    ]
}

#[test]
fn wrong_keys_are_named() {
    assert_named(&made());
}

#[test]
fn nothing_is_known_without_context() {
    let text = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), SENT.as_bytes());
    let found = of_body_sign(&Key::new(KEY), &text, SENT.as_bytes(), &Context::default());
    assert_eq!(slug(&found), None);
    assert!(found.tried().is_some());
}
