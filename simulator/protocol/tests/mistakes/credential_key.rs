//! A credential was encrypted under a wrong AES key.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::mistake::{Context, Credential, of_credential};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::{Sha256, Sha512};

use super::signing::{KEY, Made, assert_named, slug};
use crate::naive::{base64, cipher, hmac};

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
    let declared = if key.len() == 16 {
        EncryptType::Aes128
    } else {
        EncryptType::Aes256
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

/// The same where the bytes were read as one number, as `BigInteger` and `int.from_bytes` read them.
fn unsigned_big_endian() -> Vec<u8> {
    let state = Sha1::digest(KEY);
    let first = Sha1::digest(state);
    let mut next = state.to_vec();
    let mut carry = 1u32;
    for at in (0..20).rev() {
        let sum = u32::from(state[at]) + u32::from(first[at]) + carry;
        next[at] = u8::try_from(sum % 256).expect("the rest of 256");
        carry = sum / 256;
    }
    [first.to_vec(), Sha1::digest(next)[..12].to_vec()].concat()
}

/// The first block of PBKDF2 with HMAC-SHA256, by the definition of RFC 8018.
fn pbkdf2(salt: &[u8], rounds: u32) -> Vec<u8> {
    let mut turn = hmac::sha256(KEY.as_bytes(), &[salt, &[0, 0, 0, 1]].concat());
    let mut sum = turn.clone();
    for _ in 1..rounds {
        turn = hmac::sha256(KEY.as_bytes(), &turn);
        for (byte, other) in sum.iter_mut().zip(&turn) {
            *byte ^= other;
        }
    }
    sum
}

/// What is named where the key was taken for a passphrase, as CryptoJS (with a salt) and Node's
/// createCipher (without) do it.
fn named_passphrase(mark: &[u8], salt: &[u8]) -> Option<String> {
    let hash = |before: &[u8]| Md5::digest([before, KEY.as_bytes(), salt].concat()).to_vec();
    let first = hash(b"");
    let second = hash(&first);
    let vector = hash(&second);
    let blocks = cipher::cbc(&[first, second].concat(), &vector, PLAIN.as_bytes());
    named(
        EncryptType::Aes256,
        &base64::encode(&[mark, salt, &blocks].concat()),
    )
}

pub(super) fn made() -> Vec<Made> {
    let block = Sha1::digest(Sha1::digest(KEY));
    let onwards = [&block[..], &Sha1::digest(block)[..12]].concat();
    let repeated = [&block[..], &block[..12]].concat();
    let wire = |bits| cipher::encrypt(KEY, bits, IV, PLAIN);
    vec![
        ("wrong-bit-length", named(EncryptType::Aes256, &wire(128))),
        ("wrong-bit-length", named(EncryptType::Aes128, &wire(256))),
        ("wrong-bit-length", named_key(&cipher::derive(KEY, 24))),
        ("raw-key", named_key(KEY.replace('-', "").as_bytes())),
        ("raw-key", named_key(&KEY.as_bytes()[KEY.len() - 32..])),
        ("raw-key", named_key(&KEY.as_bytes()[KEY.len() - 16..])),
        (
            "derived-key-as-text",
            named_key(hex::encode(cipher::derive(KEY, 16)).as_bytes()),
        ),
        (
            "derived-key-as-text",
            named_key(base64::encode(&cipher::derive(KEY, 16)).as_bytes()),
        ),
        (
            "derived-key-as-text",
            named_key(&hex::encode_upper(cipher::derive(KEY, 32)).as_bytes()[..32]),
        ),
        (
            "raw-key",
            named_key(&hex::decode(KEY.replace('-', "")).expect("a UUID is hexadecimal")),
        ),
        ("sha512-of-key", named_key(&Sha512::digest(KEY)[..32])),
        (
            "hmac-of-key",
            named_key(&Sha256::digest(Sha256::digest(KEY))),
        ),
        ("pbkdf2-of-key", named_key(&pbkdf2(KEY.as_bytes(), 1_000))),
        ("pbkdf2-of-key", named_key(&pbkdf2(IV.as_bytes(), 10_000))),
        (
            "key-taken-for-passphrase",
            named_passphrase(b"Salted__", b"12345678"),
        ),
        ("key-taken-for-passphrase", named_passphrase(b"", b"")),
        ("raw-key", named_key(&KEY.as_bytes()[..32])),
        ("raw-key", named_key(&KEY.as_bytes()[..16])),
        ("unsigned-carry-derivation", named_key(&unsigned())),
        (
            "unsigned-carry-derivation",
            named_key(&unsigned_big_endian()),
        ),
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
fn wrong_key_and_wrong_form_are_both_named() {
    let key = Sha256::digest(KEY);
    let wire = hex::encode(cipher::cbc(&key, IV.as_bytes(), PLAIN.as_bytes()));
    assert_eq!(
        named(EncryptType::Aes256, &format!("{IV}{wire}")).as_deref(),
        Some("sha256-of-key+hex-instead-of-base64")
    );
    let inside = cipher::cbc(&KEY.as_bytes()[..32], IV.as_bytes(), PLAIN.as_bytes());
    let inside = base64::encode(&[IV.as_bytes(), &inside].concat());
    assert_eq!(
        named(EncryptType::Aes256, &inside).as_deref(),
        Some("raw-key+iv-inside-base64")
    );
}

#[test]
fn where_nothing_fits_what_was_tried_is_told() {
    let wire = cipher::encrypt("a stranger's key", 256, IV, PLAIN);
    let found = of_credential(
        &Key::new(KEY),
        EncryptType::Aes256,
        &wire,
        &Context::default(),
    );
    let Credential::Undecryptable(found) = found else {
        panic!("{found:?}");
    };
    let told = found.tried().expect("nothing fits").to_string();
    for what in [
        "other AES keys (",
        "other modes and vectors (",
        "two of these at once (",
    ] {
        assert!(told.contains(what), "{told}");
    }
}
