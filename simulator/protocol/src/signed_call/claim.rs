//! What a call says of itself.

use super::error::SignatureError;
use crate::hmac_sha256;

/// The names of signature, nonce and timestamp.
pub(crate) type Names = [&'static str; 3];

/// What a call says of itself: its signature, and what was signed beside the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The signature.
    pub signature: String,
    /// A random text, fresh in every call.
    pub nonce: String,
    /// When the call was made, as it is written: milliseconds since 1970.
    pub timestamp: String,
}

impl Claim {
    /// The claim whose parts `part` finds by name: those of signature, nonce and timestamp. What is
    /// empty counts as missing; of several missing parts the vendor's sample tells the timestamp
    /// first and the signature last [v2 §2].
    pub(crate) fn read(
        names: Names,
        part: impl Fn(&str) -> Option<String>,
    ) -> Result<Claim, SignatureError> {
        let part = |name: &str| part(name).filter(|value| !value.is_empty());
        let [signature, nonce, timestamp] = names.map(part);
        Ok(Claim {
            timestamp: timestamp.ok_or(SignatureError::TimestampMissing)?,
            nonce: nonce.ok_or(SignatureError::NonceMissing)?,
            signature: signature.ok_or(SignatureError::SignatureMissing)?,
        })
    }

    /// The claim as headers or parameters of these names: signature, timestamp and nonce.
    pub(crate) fn named(self, [signature, nonce, timestamp]: Names) -> [(&'static str, String); 3] {
        [
            (signature, self.signature),
            (timestamp, self.timestamp),
            (nonce, self.nonce),
        ]
    }

    /// The claim in a call's headers, whose names have no case.
    pub(crate) fn from_headers<'a>(
        names: Names,
        headers: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Claim, SignatureError> {
        let headers: Vec<_> = headers.into_iter().collect();
        Claim::read(names, |name| {
            let mut headers = headers.iter();
            let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.trim().to_owned())
        })
    }

    /// Whether the signature is `hex`, which is in lower case; its own case is free.
    pub(crate) fn is_hex(&self, hex: &str) -> bool {
        hmac_sha256::same(&self.signature.to_ascii_lowercase(), hex)
    }
}
