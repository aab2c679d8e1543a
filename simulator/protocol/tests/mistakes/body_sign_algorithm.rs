//! Another function than HMAC-SHA256 was used.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::signing::{KEY, Made, SENT, assert_named, named};
use crate::naive::base64;

fn keyed<M: Mac + KeyInit>() -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(KEY.as_bytes()).expect("any length will do");
    mac.update(SENT.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

pub(super) fn made() -> Vec<Made> {
    let base64 = |digest: &[u8]| named(&base64::encode(digest), SENT.as_bytes());
    let hex = |digest: &[u8]| named(&hex::encode(digest), SENT.as_bytes());
    vec![
        ("sha256-without-key", base64(&Sha256::digest(SENT))),
        ("sha256-without-key", hex(&Sha256::digest(SENT))),
        (
            "sha256-of-key-and-body",
            base64(&Sha256::digest(format!("{KEY}{SENT}"))),
        ),
        (
            "sha256-of-key-and-body",
            base64(&Sha256::digest(format!("{SENT}{KEY}"))),
        ),
        ("hmac-sha1", base64(&keyed::<Hmac<Sha1>>())),
        ("hmac-sha1", hex(&keyed::<Hmac<Sha1>>())),
        ("hmac-md5", base64(&keyed::<Hmac<Md5>>())),
        ("hmac-sha512", base64(&keyed::<Hmac<Sha512>>())),
    ]
}

#[test]
fn other_functions_are_named() {
    assert_named(&made());
}
