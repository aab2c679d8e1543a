//! The seller's side: the private key, which decrypts.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rsa::Oaep;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::DecodePrivateKey;
use sha1::Sha1;
use sha2::Sha256;

use super::{KeyError, OaepHash, SecretError};

/// A seller's private key. `Debug` hides it.
#[derive(Clone)]
pub struct PrivateKey(rsa::PrivateKey);

impl PrivateKey {
    /// Reads `PRIVATE KEY` or `RSA PRIVATE KEY` in PEM. Its length is the seller's affair.
    pub fn from_pem(text: &str) -> Result<PrivateKey, KeyError> {
        rsa::PrivateKey::from_pkcs8_pem(text.trim())
            .ok()
            .or_else(|| rsa::PrivateKey::from_pkcs1_pem(text.trim()).ok())
            .map(PrivateKey)
            .ok_or(KeyError::NotAKey)
    }

    /// Decrypts a secret in its wire form.
    pub fn decrypt(&self, hash: OaepHash, wire: &str) -> Result<String, SecretError> {
        let bytes = STANDARD.decode(wire).map_err(|_| SecretError::NotBase64)?;
        let key = &self.0;
        let plain = match hash {
            OaepHash::Sha256 => key.decrypt(Oaep::<Sha256>::new(), &bytes),
            OaepHash::Sha256Mgf1Sha1 => {
                key.decrypt(Oaep::<Sha256, Sha1>::new_with_mgf_hash(), &bytes)
            }
            OaepHash::Sha1 => key.decrypt(Oaep::<Sha1>::new(), &bytes),
        };
        let plain = plain.map_err(|_| SecretError::Undecryptable)?;
        String::from_utf8(plain).map_err(|_| SecretError::NotUtf8)
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PrivateKey(hidden)")
    }
}
