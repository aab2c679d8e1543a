//! What may be wrong with a key or a secret. None of these texts shows either.

/// Why a text is no key for `clientSecret`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It is no RSA key of the kind asked for.
    #[error("this is no RSA key; give PEM, or the Base64 between its first and last line")]
    NotAKey,
    /// It has too few bits.
    #[error("the RSA key has {0} bits; the kit asks for at least 3072")]
    TooShort(u32),
}

/// Why a secret does not encrypt or decrypt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// The secret has more bytes than the key can take.
    #[error("the secret is too long for the key")]
    TooLong,
    /// What was sent is not Base64.
    #[error("the encrypted secret is not standard Base64")]
    NotBase64,
    /// It does not decrypt: the key is another, or the hash of OAEP is.
    #[error("the secret does not decrypt; check the private key, OAEP and its hashes")]
    Undecryptable,
    /// What was decrypted is not UTF-8.
    #[error("the decrypted secret is not UTF-8")]
    NotUtf8,
}
