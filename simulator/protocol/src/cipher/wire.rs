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

#[cfg(test)]
mod tests {
    use super::*;

    const IV: &str = "abcdefghijklmnop";

    fn error(wire: &str) -> DecryptError {
        decrypt(&Key::new("xxxxxxx"), EncryptType::Aes128, wire).unwrap_err()
    }

    #[test]
    fn broken_values_are_told_apart() {
        use DecryptError::{BadPadding, IvNotAscii, NotBase64, NotUtf8, NotWholeBlocks, TooShort};
        let behind = |text: &str| error(&format!("{IV}{text}"));
        assert_eq!(error(""), TooShort);
        assert_eq!(error(IV), TooShort);
        assert_eq!(error("中文中文中文"), TooShort);
        assert_eq!(
            error("中bcdefghijklmnop0vSUlIkr1A4kjh04qhIK1Q=="),
            IvNotAscii
        );
        assert_eq!(
            error("abcdefghijklmno中0vSUlIkr1A4kjh04qhIK1Q=="),
            IvNotAscii
        );
        assert_eq!(behind("0vSUlIkr1A4kjh04qhIK1Q"), NotBase64);
        assert_eq!(behind("0vSUlIkr 1A4kjh04qhIK1Q=="), NotBase64);
        assert_eq!(behind("0vSUlIkr"), NotWholeBlocks);
        assert_eq!(behind("0vSUlIkr1A4kjh04qhIK1g=="), BadPadding);
        let derived = derive_key(&Key::new("xxxxxxx"), EncryptType::Aes128);
        let bytes = cbc_encrypt(&derived, b"abcdefghijklmnop", b"\xff\xfe");
        assert_eq!(behind(&STANDARD.encode(bytes)), NotUtf8);
    }

    #[test]
    fn seventy_nine_bytes_of_text_fit_into_a_field() {
        for (length, wire_length) in [(79, 124), (80, 144)] {
            let plain = "x".repeat(length);
            let iv = b"abcdefghijklmnop";
            let wire = encrypt(&Key::new("k"), EncryptType::Aes256, iv, &plain);
            assert_eq!(wire.len(), wire_length);
        }
    }
}
