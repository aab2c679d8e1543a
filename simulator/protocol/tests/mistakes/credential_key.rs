//! A credential was encrypted under a wrong AES key.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::mistake::{Context, Credential, of_credential};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::signing::{KEY, Made, assert_named, slug};
use crate::naive::{base64, cipher};

const IV: &str = "abcdefghijklmnop";
const PLAIN: &str = "admin@seller.example";

/// What is named of a value of that declared encryption.
pub(super) fn named(declared: EncryptType, wire: &str) -> Option<String> {
    match of_credential(&Key::new(KEY), declared, wire, &Context::default()) {
        Credential::Undecryptable(diagnosis) => slug(&diagnosis),
        other => panic!("{wire}: {other:?}"),
    }
}

/// What is named where `key` encrypts, under the encryption that its length tells.
fn named_key(key: &[u8]) -> Option<String> {
    let wire = format!(
        "{IV}{}",
        base64::encode(&cipher::cbc(key, IV.as_bytes(), PLAIN.as_bytes()))
    );
    let declared = if key.len() == 32 {
        EncryptType::Aes256
    } else {
        EncryptType::Aes128
    };
    named(declared, &wire)
}

/// The bytes with zeros behind them.
fn filled(bytes: &[u8]) -> Vec<u8> {
    let mut filled = bytes.to_vec();
    filled.resize(32, 0);
    filled
}

/// SHA1PRNG as a port to a language of unsigned bytes has it: one long addition.
fn unsigned() -> Vec<u8> {
    let state = Sha1::digest(KEY);
    let first = Sha1::digest(state);
    let mut carry = 1u32;
    let mut next = Vec::new();
    for at in 0..20 {
        let sum = u32::from(state[at]) + u32::from(first[at]) + carry;
        next.push(u8::try_from(sum % 256).expect("the rest of 256"));
        carry = sum / 256;
    }
    [first.to_vec(), Sha1::digest(next)[..12].to_vec()].concat()
}

pub(super) fn made() -> Vec<Made> {
    let block = Sha1::digest(Sha1::digest(KEY));
    let onwards = [&block[..], &Sha1::digest(block)[..12]].concat();
    let repeated = [&block[..], &block[..12]].concat();
    let wire = |bits| cipher::encrypt(KEY, bits, IV, PLAIN);
    vec![
        ("wrong-bit-length", named(EncryptType::Aes256, &wire(128))),
        ("wrong-bit-length", named(EncryptType::Aes128, &wire(256))),
        ("raw-key", named_key(&KEY.as_bytes()[..32])),
        ("raw-key", named_key(&KEY.as_bytes()[..16])),
        ("unsigned-carry-derivation", named_key(&unsigned())),
        ("sha1-truncated-zero-padded", named_key(&filled(&block))),
        ("sha1-hashed-onwards", named_key(&onwards)),
        ("sha1-hashed-onwards", named_key(&repeated)),
        ("sha1-of-key", named_key(&Sha1::digest(KEY)[..16])),
        ("sha256-of-key", named_key(&Sha256::digest(KEY))),
        ("sha256-of-key", named_key(&Sha256::digest(KEY)[..16])),
        (
            "sha256-of-key",
            named_key(&hex::encode(Sha256::digest(KEY)).as_bytes()[..32]),
        ),
        ("md5-of-key", named_key(&Md5::digest(KEY))),
        (
            "md5-of-key",
            named_key(hex::encode(Md5::digest(KEY)).as_bytes()),
        ),
        (
            "md5-of-key",
            named_key(hex::encode_upper(Md5::digest(KEY)).as_bytes()),
        ),
    ]
}

#[test]
fn wrong_keys_are_named() {
    assert_named(&made());
}

#[test]
fn short_key_that_was_filled_up_is_named() {
    let wire = cipher::cbc(&filled(b"short"), IV.as_bytes(), PLAIN.as_bytes());
    let wire = format!("{IV}{}", base64::encode(&wire));
    let found = of_credential(
        &Key::new("short"),
        EncryptType::Aes256,
        &wire,
        &Context::default(),
    );
    assert!(
        matches!(found, Credential::Undecryptable(found) if slug(&found).as_deref() == Some("raw-key"))
    );
}

#[test]
fn value_under_a_stranger_s_key_is_undecryptable_without_a_reason() {
    let wire = cipher::encrypt("a stranger's key", 256, IV, PLAIN);
    assert_eq!(named(EncryptType::Aes256, &wire), None);
}

#[test]
fn key_mistake_is_named_before_a_mistake_of_form() {
    let key = Sha256::digest(KEY);
    let wire = hex::encode(cipher::cbc(&key, IV.as_bytes(), PLAIN.as_bytes()));
    assert_eq!(
        named(EncryptType::Aes256, &format!("{IV}{wire}")).as_deref(),
        Some("sha256-of-key")
    );
}
