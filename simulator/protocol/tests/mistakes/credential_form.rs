//! A credential was encrypted or written in a wrong form, under the right key.

use aes::Aes256;
use aes_gcm::AesGcm;
use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aead::{Aead, KeyInit, Nonce};
use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::mistake::{Context, Credential, of_credential};

use super::credential_key::named;
use super::signing::{KEY, Made, assert_named, slug};
use crate::naive::{base64, cipher, form};

/// Two blocks, with padding.
const LONG: &str = "administrator@seller.example";
/// One block, with padding.
const SHORT: &str = "admin-1";
const ZEROS: [u8; 16] = [0; 16];

/// The ciphertext of `plain` under the right 256-bit key and a vector whose Base64 holds a `+`
/// and a `/`, that vector, and the Base64.
fn encrypted(plain: &str) -> (String, Vec<u8>, String) {
    let ivs = (0..).map(|number| format!("vector{number:010}"));
    let mut all = ivs.map(|iv| {
        let bytes = cipher::cbc(&cipher::derive(KEY, 32), iv.as_bytes(), plain.as_bytes());
        let text = base64::encode(&bytes);
        (iv, bytes, text)
    });
    all.find(|(_, _, text)| text.contains('+') && text.contains('/'))
        .expect("one will do")
}

fn ecb(plain: &str) -> String {
    let key = cipher::derive(KEY, 32);
    let padding = 16 - plain.len() % 16;
    let padded = [
        plain.as_bytes(),
        &[u8::try_from(padding).expect("16 at most")].repeat(padding),
    ]
    .concat();
    let blocks = padded
        .chunks(16)
        .flat_map(|block| cipher::encrypt_block(&key, block));
    base64::encode(&blocks.collect::<Vec<_>>())
}

fn zero_iv(plain: &str) -> String {
    base64::encode(&cipher::cbc(
        &cipher::derive(KEY, 32),
        &ZEROS,
        plain.as_bytes(),
    ))
}

/// CBC without padding, of a text in whole blocks.
fn unpadded(blocks: &[u8], iv: &str) -> String {
    let mut bytes = cipher::cbc(&cipher::derive(KEY, 32), iv.as_bytes(), blocks);
    bytes.truncate(blocks.len());
    format!("{iv}{}", base64::encode(&bytes))
}

fn of_text() -> Vec<Made> {
    let (iv, bytes, text) = encrypted(LONG);
    let named = |text: &str| named(EncryptType::Aes256, &format!("{iv}{text}"));
    let url_safe = text.replace('+', "-").replace('/', "_");
    vec![
        ("unpadded-base64", named(text.trim_end_matches('='))),
        ("url-safe-base64", named(&url_safe)),
        ("url-safe-base64", named(url_safe.trim_end_matches('='))),
        ("blank-for-plus", named(&text.replace('+', " "))),
        ("blanks-around-base64", named(&format!("{text}\r\n"))),
        (
            "line-broken-base64",
            named(&format!("{}\n{}\n", &text[..20], &text[20..])),
        ),
        ("base64-twice", named(&base64::encode(text.as_bytes()))),
        (
            "hex-then-base64",
            named(&base64::encode(hex::encode(&bytes).as_bytes())),
        ),
        ("hex-instead-of-base64", named(&hex::encode(&bytes))),
        ("hex-instead-of-base64", named(&hex::encode_upper(&bytes))),
    ]
}

fn of_vector() -> Vec<Made> {
    let (iv, bytes, text) = encrypted(LONG);
    let (_, _, short) = encrypted(SHORT);
    let inside = base64::encode(&[iv.as_bytes(), &bytes].concat());
    let inside_hex = hex::encode([iv.as_bytes(), &bytes].concat());
    let named = |wire: &str| named(EncryptType::Aes256, wire);
    vec![
        ("ecb-mode", named(&ecb(LONG))),
        ("ecb-mode", named(&ecb(SHORT))),
        ("ecb-mode", named(&format!("{iv}{}", ecb(LONG)))),
        ("ecb-mode", named(&format!("{iv}{}", ecb(SHORT)))),
        ("zero-iv", named(&format!("{iv}{}", zero_iv(LONG)))),
        ("iv-not-sent", named(&zero_iv(LONG))),
        ("iv-not-sent", named(&short)),
        ("iv-inside-base64", named(&inside)),
        (
            "iv-inside-base64",
            named(&base64::encode(&[&bytes, iv.as_bytes()].concat())),
        ),
        ("iv-as-hex+hex-instead-of-base64", named(&inside_hex)),
        ("iv-as-hex", named(&format!("{}{text}", hex::encode(&iv)))),
        (
            "iv-as-base64",
            named(&format!("{}{text}", base64::encode(iv.as_bytes()))),
        ),
        ("iv-divided", named(&format!("{iv}:{text}"))),
        ("iv-behind", named(&format!("{text}{iv}"))),
        (
            "iv-of-another-value",
            named_beside(
                &format!("ABCDEFGHIJKLMNOP{text}"),
                &[&format!("{iv}{text}")],
            ),
        ),
        (
            "gcm-mode",
            named(&format!("{iv}{}", base64::encode(&gcm(&iv, LONG)))),
        ),
        (
            "gcm-mode",
            named(&format!(
                "{}{}",
                &iv[..12],
                base64::encode(&gcm(&iv[..12], SHORT))
            )),
        ),
        (
            "gcm-mode",
            named(&base64::encode(
                &[&iv.as_bytes()[..12], &gcm(&iv[..12], LONG)].concat(),
            )),
        ),
    ]
}

/// What is named of a value beside other values of the answer.
fn named_beside(wire: &str, other_values: &[&str]) -> Option<String> {
    let context = Context {
        other_values,
        ..Context::default()
    };
    match of_credential(&Key::new(KEY), EncryptType::Aes256, wire, &context) {
        Credential::Undecryptable(diagnosis) => slug(&diagnosis),
        other => panic!("{wire}: {other:?}"),
    }
}

/// Ciphertext and tag in GCM mode.
fn gcm(nonce: &str, plain: &str) -> Vec<u8> {
    let key = cipher::derive(KEY, 32);
    if nonce.len() == 12 {
        sealed::<AesGcm<Aes256, U12>>(&key, nonce, plain)
    } else {
        sealed::<AesGcm<Aes256, U16>>(&key, nonce, plain)
    }
}

fn sealed<C: Aead + KeyInit>(key: &[u8], nonce: &str, plain: &str) -> Vec<u8> {
    let cipher = C::new_from_slice(key).expect("32 bytes");
    let nonce = <&Nonce<C>>::try_from(nonce.as_bytes()).expect("the mode's length");
    cipher
        .encrypt(nonce, plain.as_bytes())
        .expect("short enough")
}

/// Encrypted or encoded once more.
fn of_wrapping() -> Vec<Made> {
    let (iv, _, text) = encrypted(LONG);
    let right = format!("{iv}{text}");
    let named = |wire: &str| named(EncryptType::Aes256, wire);
    vec![
        (
            "encrypted-twice",
            named(&cipher::encrypt(KEY, 256, "ABCDEFGHIJKLMNOP", &right)),
        ),
        (
            "value-encoded-whole",
            named(&base64::encode(right.as_bytes())),
        ),
        ("value-encoded-whole", named(&hex::encode(&right))),
        ("value-in-quotes", named(&format!("\"{right}\""))),
        ("blanks-around-base64", named(&format!(" {right}"))),
        ("percent-encoded", named(&form::encode(&right))),
    ]
}

fn of_end() -> Vec<Made> {
    let (iv, _, text) = encrypted(LONG);
    let named = |wire: &str| named(EncryptType::Aes256, wire);
    let zeros = [LONG.as_bytes(), &ZEROS[..4]].concat();
    let filled =
        |kept: usize, filling: &[u8]| unpadded(&[&LONG.as_bytes()[..kept], filling].concat(), &iv);
    vec![
        ("iv-differs", named(&format!("QRSTUVWXYZABCDEF{text}"))),
        ("zero-padding", named(&unpadded(&zeros, &iv))),
        ("padded-to-32-bytes", named(&filled(28, &[20; 20]))),
        ("padded-to-32-bytes", named(&filled(7, &[25; 25]))),
        ("other-padding", named(&filled(28, &[0, 0, 0, 4]))),
        ("other-padding", named(&filled(28, &[201, 7, 90, 4]))),
        // 华为 in GBK, and what fills the block.
        (
            "text-in-gbk",
            named(&unpadded(
                &[&[0xbb, 0xaa, 0xce, 0xaa], b"-1".as_slice(), &[10; 10]].concat(),
                &iv,
            )),
        ),
        ("block-lost", named(&unpadded(&LONG.as_bytes()[..16], &iv))),
        ("block-lost", named(&format!("{iv}{}", &text[..30]))),
    ]
}

pub(super) fn made() -> Vec<Made> {
    [of_text(), of_vector(), of_end(), of_wrapping()].concat()
}

#[test]
fn wrong_writings_of_the_ciphertext_are_named() {
    assert_named(&of_text());
}

#[test]
fn wrong_modes_and_vectors_are_named() {
    assert_named(&of_vector());
}

#[test]
fn wrong_ends_are_named() {
    assert_named(&of_end());
}

#[test]
fn values_that_were_wrapped_once_more_are_named() {
    assert_named(&of_wrapping());
}

#[test]
fn right_value_is_decrypted() {
    for kind in EncryptType::ALL {
        for plain in [SHORT, LONG, "", "测试🔐密码"] {
            let wire = cipher::encrypt(KEY, usize::from(kind.bits()), "abcdefghijklmnop", plain);
            let found = of_credential(&Key::new(KEY), kind, &wire, &Context::default());
            assert_eq!(found, Credential::Encrypted(plain.to_owned()));
        }
    }
}

#[test]
fn a_vector_that_is_not_the_one_used_garbles_the_text_and_is_named() {
    let wire = cipher::encrypt(KEY, 256, "abcdefghijklmnop", "12345678901@seller.example");
    let damaged = format!("QRSTUVWXYZABCDEF{}", &wire[16..]);
    let found = of_credential(
        &Key::new(KEY),
        EncryptType::Aes256,
        &damaged,
        &Context::default(),
    );
    assert!(
        matches!(found, Credential::Undecryptable(found) if slug(&found).as_deref() == Some("iv-differs"))
    );
}

#[test]
fn readable_values_are_in_clear() {
    let texts = [
        "",
        "admin",
        "admin@seller.example",
        "13800138000",
        "correct horse battery staple",
        "123e4567-e89b-42d3-a456-426614174000",
        "管理员",
        "Pa$$w0rd!Pa$$w0rd!Pa$$w0rd!",
        "null",
    ];
    for text in texts {
        for value in [text.to_owned(), base64::encode(text.as_bytes())] {
            let found = of_credential(
                &Key::new(KEY),
                EncryptType::Aes256,
                &value,
                &Context::default(),
            );
            assert_eq!(found, Credential::InClear, "{value}");
        }
    }
}

#[test]
fn debug_output_hides_the_plain_text() {
    let text = format!("{:?}", Credential::Encrypted("secret".to_owned()));
    assert_eq!(text, "Encrypted(hidden)");
}
