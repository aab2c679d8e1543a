//! Another function than HMAC-SHA256 was used.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::signing::{KEY, Made, SENT, assert_named, named, signed};
use crate::naive::base64;

fn keyed<M: Mac + KeyInit>() -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(KEY.as_bytes()).expect("any length will do");
    mac.update(SENT.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

pub(super) fn made() -> Vec<Made> {
    let base64 = |digest: &[u8]| named(&base64::encode(digest), SENT.as_bytes());
    vec![
        (
            "key-and-data-swapped",
            named(&signed(SENT.as_bytes(), KEY.as_bytes()), SENT.as_bytes()),
        ),
        ("sha256-without-key", base64(&Sha256::digest(SENT))),
        (
            "sha256-of-key-and-body",
            base64(&Sha256::digest(format!("{KEY}{SENT}"))),
        ),
        (
            "sha256-of-key-and-body",
            base64(&Sha256::digest(format!("{SENT}{KEY}"))),
        ),
        ("hmac-sha1", base64(&keyed::<Hmac<Sha1>>())),
        ("hmac-md5", base64(&keyed::<Hmac<Md5>>())),
        ("hmac-sha512", base64(&keyed::<Hmac<Sha512>>())),
        ("hash-without-key", base64(&Md5::digest(SENT))),
        (
            "hash-without-key",
            base64(&Sha1::digest(format!("{SENT}{KEY}"))),
        ),
    ]
}

#[test]
fn other_functions_are_named() {
    assert_named(&made());
}
