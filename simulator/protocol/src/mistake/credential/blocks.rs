//! AES in the modes that sellers take by mistake, block by block.

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};

/// The size of an AES block and of an initialisation vector, in bytes.
pub(super) const BLOCK: usize = 16;

/// How blocks are chained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Each block by itself.
    Ecb,
    /// Each block with the one before it, the first with this initialisation vector.
    Cbc([u8; BLOCK]),
}

/// Decrypts whole blocks under a key of 16, 24 or 32 bytes; the padding is still there.
pub(super) fn decrypt(key: &[u8], mode: Mode, ciphertext: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(ciphertext.len());
    let (blocks, _) = ciphertext.as_chunks::<BLOCK>();
    let mut before = match mode {
        Mode::Ecb => [0; BLOCK],
        Mode::Cbc(iv) => iv,
    };
    for block in blocks {
        let opened = decrypt_block(key, *block);
        plain.extend(
            opened
                .iter()
                .zip(before)
                .map(|(byte, chained)| byte ^ chained),
        );
        if mode != Mode::Ecb {
            before = *block;
        }
    }
    plain
}

/// Encrypts one block under a key of 16, 24 or 32 bytes.
pub(super) fn encrypt_block(key: &[u8], block: [u8; BLOCK]) -> [u8; BLOCK] {
    let mut block = block.into();
    if let Ok(cipher) = Aes256::new_from_slice(key) {
        cipher.encrypt_block(&mut block);
    } else if let Ok(cipher) = Aes192::new_from_slice(key) {
        cipher.encrypt_block(&mut block);
    } else if let Ok(cipher) = Aes128::new_from_slice(key) {
        cipher.encrypt_block(&mut block);
    }
    block.into()
}

fn decrypt_block(key: &[u8], block: [u8; BLOCK]) -> [u8; BLOCK] {
    let mut block = block.into();
    if let Ok(cipher) = Aes256::new_from_slice(key) {
        cipher.decrypt_block(&mut block);
    } else if let Ok(cipher) = Aes192::new_from_slice(key) {
        cipher.decrypt_block(&mut block);
    } else if let Ok(cipher) = Aes128::new_from_slice(key) {
        cipher.decrypt_block(&mut block);
    }
    block.into()
}

/// The text without its PKCS#5 padding; `None` where the padding is wrong or what is left is no
/// text, so that the key must have been another.
pub(super) fn unpadded_text(mut plain: Vec<u8>) -> Option<String> {
    let length = unpadded(&plain)?.len();
    plain.truncate(length);
    text(plain)
}

/// The bytes without their PKCS#5 padding; `None` where that is wrong.
pub(super) fn unpadded(plain: &[u8]) -> Option<&[u8]> {
    let padding = usize::from(*plain.last()?);
    let (kept, filled) = plain.split_at_checked(plain.len().checked_sub(padding)?)?;
    let is_right = (1..=BLOCK).contains(&padding);
    (is_right && filled.iter().all(|byte| usize::from(*byte) == padding)).then_some(kept)
}

/// The bytes as text, where they are printable.
pub(super) fn text(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.chars().any(char::is_control))
}
