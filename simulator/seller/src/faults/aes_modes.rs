//! AES for sellers that encrypt in ways of their own.

use aes::Aes256;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipherEncrypt, BlockModeEncrypt, KeyInit, KeyIvInit};

/// Base64 of AES-256-CBC under exactly this key and vector.
pub(crate) fn aes256_cbc(key: &[u8; 32], iv: &[u8; 16], plain: &str) -> String {
    let cipher = cbc::Encryptor::<Aes256>::new(key.into(), iv.into());
    STANDARD.encode(cipher.encrypt_padded_vec::<Pkcs7>(plain.as_bytes()))
}

/// Base64 of AES-256-ECB.
pub(crate) fn aes256_ecb(key: &[u8; 32], plain: &str) -> String {
    let cipher = ecb::Encryptor::<Aes256>::new(key.into());
    STANDARD.encode(cipher.encrypt_padded_vec::<Pkcs7>(plain.as_bytes()))
}

/// Base64 of AES-256-CFB: each block is mixed with the ciphertext before it, encrypted.
pub(crate) fn aes256_cfb(key: &[u8; 32], iv: &[u8; 16], plain: &str) -> String {
    let cipher = Aes256::new(key.into());
    let mut before = *iv;
    let mut sealed = Vec::with_capacity(plain.len());
    for block in plain.as_bytes().chunks(before.len()) {
        let mut mask = before.into();
        cipher.encrypt_block(&mut mask);
        let mixed: Vec<u8> = block
            .iter()
            .zip(mask)
            .map(|(byte, mask)| byte ^ mask)
            .collect();
        before[..mixed.len()].copy_from_slice(&mixed);
        sealed.extend(mixed);
    }
    STANDARD.encode(sealed)
}
