//! From plain text to the wire form and back.

use aes::{Aes128, Aes256};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};

use super::{EncryptType, derive_key};
use crate::Key;

/// The length of the initialisation vector, in bytes and in characters.
pub const IV_LEN: usize = 16;

const BLOCK: usize = 16;

/// Why a value does not decrypt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecryptError {
    /// Sixteen characters or fewer: nothing follows the initialisation vector.
    #[error("the value ends within its initialisation vector; send iv followed by Base64")]
    TooShort,
    /// The first sixteen characters are not all ASCII.
    #[error("the initialisation vector is not ASCII; draw it from letters and digits")]
    IvNotAscii,
    /// What follows the vector is not Base64 with padding.
    #[error("what follows the initialisation vector is not standard Base64 with padding")]
    NotBase64,
    /// The ciphertext is not a multiple of sixteen bytes.
    #[error("the ciphertext does not consist of whole blocks; was it cut?")]
    NotWholeBlocks,
    /// The last block does not end in PKCS#5 padding: mostly the key is another.
    #[error("the padding is wrong; check key, bit length and initialisation vector")]
    BadPadding,
    /// The plain text is not UTF-8.
    #[error("the decrypted bytes are not UTF-8; encrypt UTF-8 text")]
    NotUtf8,
}

/// Encrypts `plain` into its wire form. `iv` holds sixteen ASCII characters, new for each value; a
/// vector with other bytes makes a value that nobody can decrypt.
pub fn encrypt(key: &Key, encrypt_type: EncryptType, iv: &[u8; IV_LEN], plain: &str) -> String {
    let derived = derive_key(key, encrypt_type);
    let mut wire: String = iv.iter().copied().map(char::from).collect();
    STANDARD.encode_string(cbc_encrypt(&derived, iv, plain.as_bytes()), &mut wire);
    wire
}

/// Decrypts a value in wire form.
pub fn decrypt(key: &Key, encrypt_type: EncryptType, wire: &str) -> Result<String, DecryptError> {
    if wire.chars().count() <= IV_LEN {
        return Err(DecryptError::TooShort);
    }
    let (iv, text) = wire
        .as_bytes()
        .split_first_chunk()
        .ok_or(DecryptError::TooShort)?;
    if !iv.is_ascii() {
        return Err(DecryptError::IvNotAscii);
    }
    let ciphertext = STANDARD.decode(text).map_err(|_| DecryptError::NotBase64)?;
    if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(BLOCK) {
        return Err(DecryptError::NotWholeBlocks);
    }
    let derived = derive_key(key, encrypt_type);
    let plain = cbc_decrypt(&derived, iv, &ciphertext).ok_or(DecryptError::BadPadding)?;
    String::from_utf8(plain).map_err(|_| DecryptError::NotUtf8)
}

/// AES-CBC with PKCS#5 padding under a key of 16 or 32 bytes.
fn cbc_encrypt(key: &[u8], iv: &[u8; IV_LEN], plain: &[u8]) -> Vec<u8> {
    if let Ok(key) = <&[u8; 32]>::try_from(key) {
        cbc::Encryptor::<Aes256>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
    } else {
        let key = <&[u8; 16]>::try_from(key).expect("an AES key has 32 or 16 bytes");
        cbc::Encryptor::<Aes128>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
    }
}

/// The inverse of [`cbc_encrypt`]; `None` where the padding is wrong.
pub(crate) fn cbc_decrypt(key: &[u8], iv: &[u8; IV_LEN], ciphertext: &[u8]) -> Option<Vec<u8>> {
    if let Ok(key) = <&[u8; 32]>::try_from(key) {
        let mode = cbc::Decryptor::<Aes256>::new(key.into(), iv.into());
        mode.decrypt_padded_vec::<Pkcs7>(ciphertext).ok()
    } else {
        let key = <&[u8; 16]>::try_from(key).expect("an AES key has 32 or 16 bytes");
        let mode = cbc::Decryptor::<Aes128>::new(key.into(), iv.into());
        mode.decrypt_padded_vec::<Pkcs7>(ciphertext).ok()
    }
}
