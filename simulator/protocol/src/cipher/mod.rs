//! The encryption of personal data: `mobilePhone` and `email` on their way to the seller,
//! `userName` and `password` on their way back [v1 §4].
//!
//! On the wire a value is its initialisation vector, sixteen ASCII characters, followed by the
//! Base64 of the AES-CBC ciphertext with PKCS#5 padding.

mod derivation;
mod encrypt_type;
mod wire;

pub(crate) use derivation::derive_bytes;
pub use derivation::derive_key;
pub use encrypt_type::EncryptType;
pub use wire::{DecryptError, IV_LEN, decrypt, encrypt};
