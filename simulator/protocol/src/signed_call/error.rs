//! Why a call is not the one that was signed.

use crate::code;

/// Why a call's signature does not hold. How old the call is, is another matter: see
/// [`FreshnessError`](super::FreshnessError).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// There is no timestamp, or an empty one.
    #[error("the timestamp is missing; send the time in milliseconds and sign it")]
    TimestampMissing,
    /// There is no nonce, or an empty one.
    #[error("the nonce is missing; send a random text, fresh in every call, and sign it")]
    NonceMissing,
    /// There is no signature, or an empty one.
    #[error("the signature is missing; sign the call")]
    SignatureMissing,
    /// The signature fits no form of the body.
    #[error("the signature does not fit key, nonce, timestamp and body")]
    Mismatch,
}

impl SignatureError {
    /// The result code that the vendor's sample answers with [v2 §2].
    pub fn result_code(self) -> &'static str {
        match self {
            SignatureError::TimestampMissing | SignatureError::NonceMissing => {
                code::INVALID_PARAMETER
            }
            SignatureError::SignatureMissing | SignatureError::Mismatch => {
                code::AUTHENTICATION_FAILED
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_sample() {
        for (error, code) in [
            (SignatureError::TimestampMissing, "000002"),
            (SignatureError::NonceMissing, "000002"),
            (SignatureError::SignatureMissing, "000001"),
            (SignatureError::Mismatch, "000001"),
        ] {
            assert_eq!(error.result_code(), code, "{error}");
        }
    }
}
