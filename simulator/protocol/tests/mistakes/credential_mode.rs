//! A credential was encrypted in a mode of streams, or with the key for its vector.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::mistake::{Context, Credential, of_credential};

use super::credential_key::named;
use super::signing::{KEY, Made, assert_named};
use crate::naive::{base64, cipher};

const IV: &str = "abcdefghijklmnop";
const PLAIN: &str = "admin@seller.example";

/// What `openssl enc -aes-128-...` makes of administrator@seller.example and of admin-seller under
/// the right key and this vector.
const STREAMS: [&str; 8] = [
    "aDn9mhSwhN9ddEzz9jSFOrfoMamyjUlllbuJUg==", // ctr
    "aDn9mhT0hM5DeV3u",
    "aDn9mhSwhN9ddEzz9jSFOoiY0xyuyKhCVQHD9A==", // cfb
    "aC+vuIYJzzVBT72u/5fMpP03Dmlgbpg/hW19iw==", // cfb8
    "aC+vuIZNUvpEOdao",
    "aDn9mhSwhN9ddEzz9jSFOnvNysuWg35/J7wc6g==", // ofb
    "aDn9mhSwhN9ddEzz9jSFOnvNysuWg35/J7wc6g",
    "aC-vuIYJzzVBT72u_5fMpP03Dmlgbpg_hW19iw==",
];

/// The second of them as bytes.
const ADMIN_SELLER: &str = "6839fd9a14f484ce43795dee";

fn of_streams() -> Vec<Made> {
    let named = |wire: &str| named(EncryptType::Aes128, wire);
    let mut made: Vec<Made> = STREAMS[..6]
        .iter()
        .map(|text| ("stream-mode", named(&format!("{IV}{text}"))))
        .collect();
    let inside = [
        IV.as_bytes(),
        &hex::decode(ADMIN_SELLER).expect("hexadecimal"),
    ]
    .concat();
    made.extend([
        ("stream-mode", named(&base64::encode(&inside))),
        (
            "stream-mode+unpadded-base64",
            named(&format!("{IV}{}", STREAMS[6])),
        ),
        (
            "stream-mode+url-safe-base64",
            named(&format!("{IV}{}", STREAMS[7])),
        ),
    ]);
    made
}

fn of_keys_as_vectors() -> Vec<Made> {
    let named = |wire: &str| named(EncryptType::Aes256, wire);
    let derived = cipher::derive(KEY, 32);
    let with = |key: &[u8], vector: &[u8]| {
        base64::encode(&cipher::cbc(key, &vector[..16], PLAIN.as_bytes()))
    };
    vec![
        ("iv-is-key", named(&with(&derived, &derived))),
        ("iv-is-key", named(&with(&derived, KEY.as_bytes()))),
        (
            "iv-is-key",
            named(&format!("{IV}{}", with(&derived, &derived))),
        ),
        (
            "raw-key+iv-is-key",
            named(&with(&KEY.as_bytes()[..32], KEY.as_bytes())),
        ),
    ]
}

pub(super) fn made() -> Vec<Made> {
    [of_streams(), of_keys_as_vectors()].concat()
}

#[test]
fn modes_of_streams_are_named() {
    assert_named(&of_streams());
}

#[test]
fn keys_taken_for_vectors_are_named() {
    assert_named(&of_keys_as_vectors());
}

#[test]
fn text_in_clear_is_no_stream() {
    for text in [
        "admin",
        "administrator-of-the-seller",
        "Passw0rdPassw0rdPassw0rdPassw0rd",
    ] {
        for declared in [EncryptType::Aes128, EncryptType::Aes256] {
            let found = of_credential(&Key::new(KEY), declared, text, &Context::default());
            assert!(matches!(found, Credential::InClear), "{text}: {found:?}");
        }
    }
}
