//! `clientSecret`, which the marketplace encrypts with the public key that the seller uploaded:
//! RSA of at least 3072 bits, padding OAEP [kit §1.5].
//!
//! No page names the hash of OAEP or the text of the cipher. The hash is therefore a setting
//! ([`OaepHash`]); the text is standard Base64, which is inferred.

mod error;
mod hash;
mod private_key;
mod public_key;
mod seed;

pub use error::{KeyError, SecretError};
pub use hash::OaepHash;
pub use private_key::PrivateKey;
pub use public_key::{LEAST_BITS, PublicKey};
pub use seed::SEED_LEN;
