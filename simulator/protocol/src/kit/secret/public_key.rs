//! The marketplace's side: the seller's public key, which encrypts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rsa::Oaep;
use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::pkcs8::DecodePublicKey;
use rsa::traits::PublicKeyParts;
use sha1::Sha1;
use sha2::Sha256;

use super::seed::{SEED_LEN, Seed};
use super::{KeyError, OaepHash, SecretError};

/// The least length of the seller's key, in bits [kit §1.5].
pub const LEAST_BITS: u32 = 3072;

/// The public key that the seller uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(rsa::PublicKey);

impl PublicKey {
    /// Reads `PUBLIC KEY` or `RSA PUBLIC KEY` in PEM, or the Base64 alone, without first and last
    /// line, which is how the debug step asks for it [kit §8].
    pub fn from_text(text: &str) -> Result<PublicKey, KeyError> {
        let key = rsa::PublicKey::from_public_key_pem(text.trim())
            .ok()
            .or_else(|| rsa::PublicKey::from_pkcs1_pem(text.trim()).ok())
            .or_else(|| from_base64(text))
            .ok_or(KeyError::NotAKey)?;
        let bits = key.n().bit_width();
        if bits < LEAST_BITS {
            return Err(KeyError::TooShort(bits));
        }
        Ok(PublicKey(key))
    }

    /// Encrypts a secret. `seed` is to be random and new for each.
    pub fn encrypt(
        &self,
        hash: OaepHash,
        seed: &[u8; SEED_LEN],
        secret: &str,
    ) -> Result<String, SecretError> {
        let (mut seed, secret) = (Seed::new(seed), secret.as_bytes());
        let key = &self.0;
        let bytes = match hash {
            OaepHash::Sha256 => key.encrypt(&mut seed, Oaep::<Sha256>::new(), secret),
            OaepHash::Sha256Mgf1Sha1 => {
                let padding = Oaep::<Sha256, Sha1>::new_with_mgf_hash();
                key.encrypt(&mut seed, padding, secret)
            }
            OaepHash::Sha1 => key.encrypt(&mut seed, Oaep::<Sha1>::new(), secret),
        };
        // The key was checked when it was read, so that only the secret's length is left.
        bytes
            .map(|bytes| STANDARD.encode(bytes))
            .map_err(|_| SecretError::TooLong)
    }
}

fn from_base64(text: &str) -> Option<rsa::PublicKey> {
    let text: String = text.split_whitespace().collect();
    let der = STANDARD.decode(text).ok()?;
    rsa::PublicKey::from_public_key_der(&der)
        .ok()
        .or_else(|| rsa::PublicKey::from_pkcs1_der(&der).ok())
}
