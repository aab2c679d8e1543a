//! The header `Authorization`.

use super::ALGORITHM;
use super::error::SdkError;
use super::keys::AccessKey;

/// The header's name.
pub const HEADER: &str = "Authorization";

/// What `Authorization` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// Whose call it is.
    pub access: AccessKey,
    /// The names of the signed headers, as they are listed.
    pub signed_headers: Vec<String>,
    /// The signature.
    pub signature: String,
}

impl Authorization {
    /// Reads a header's value. Blanks around the parts and their order are free, and parts of other
    /// names are left aside.
    pub fn parse(value: &str) -> Result<Authorization, SdkError> {
        let value = value.trim();
        if value.is_empty() {
            return Err(SdkError::Missing);
        }
        let parts = value
            .strip_prefix(ALGORITHM)
            .filter(|parts| parts.is_empty() || parts.starts_with(char::is_whitespace))
            .ok_or(SdkError::OtherAlgorithm)?;
        let part = |name: &'static str| {
            let mut pairs = parts.split(',').filter_map(|part| part.split_once('='));
            let found = pairs.find(|(known, _)| known.trim() == name);
            found
                .map(|(_, value)| value.trim())
                .filter(|value| !value.is_empty())
                .ok_or(SdkError::PartMissing(name))
        };
        Ok(Authorization {
            access: AccessKey::new(part("Access")?),
            signed_headers: part("SignedHeaders")?
                .split(';')
                .map(str::to_owned)
                .collect(),
            signature: part("Signature")?.to_owned(),
        })
    }

    /// The header's value.
    pub fn to_value(&self) -> String {
        format!(
            "{ALGORITHM} Access={}, SignedHeaders={}, Signature={}",
            self.access.expose(),
            self.signed_headers.join(";"),
            self.signature
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: &str = "SDK-HMAC-SHA256 Access=ak, SignedHeaders=host;x-sdk-date, Signature=00ff";

    #[test]
    fn value_is_read_and_written() {
        let read = Authorization::parse(VALUE).unwrap();
        assert_eq!(read.access.expose(), "ak");
        assert_eq!(read.signed_headers, ["host", "x-sdk-date"]);
        assert_eq!(read.signature, "00ff");
        assert_eq!(read.to_value(), VALUE);
    }

    #[test]
    fn blanks_and_order_are_free() {
        let other = " SDK-HMAC-SHA256  Signature=00ff ,SignedHeaders=host;x-sdk-date,Access=ak,x=y";
        assert_eq!(Authorization::parse(other), Authorization::parse(VALUE));
    }

    #[test]
    fn what_is_missing_is_named() {
        for (value, error) in [
            ("  ", SdkError::Missing),
            ("AWS4-HMAC-SHA256 Credential=ak", SdkError::OtherAlgorithm),
            ("SDK-HMAC-SHA256X Access=ak", SdkError::OtherAlgorithm),
            ("SDK-HMAC-SHA256", SdkError::PartMissing("Access")),
            (
                "SDK-HMAC-SHA256 Access=, SignedHeaders=host",
                SdkError::PartMissing("Access"),
            ),
            (
                "SDK-HMAC-SHA256 Access=ak",
                SdkError::PartMissing("SignedHeaders"),
            ),
            (
                "SDK-HMAC-SHA256 Access=ak, SignedHeaders=host",
                SdkError::PartMissing("Signature"),
            ),
        ] {
            assert_eq!(Authorization::parse(value), Err(error), "{value}");
        }
    }
}
