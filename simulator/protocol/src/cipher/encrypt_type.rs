//! The two encryptions that `encryptType` tells apart.

/// How credentials are encrypted; the seller tells it in `encryptType` [v1 §4].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EncryptType {
    /// `AES256_CBC_PKCS5Padding`, code `1`: what holds where nothing is told.
    #[default]
    Aes256,
    /// `AES128_CBC_PKCS5Padding`, code `2`.
    Aes128,
}

impl EncryptType {
    /// Both.
    pub const ALL: [EncryptType; 2] = [EncryptType::Aes256, EncryptType::Aes128];

    /// The value of `encryptType`.
    pub fn code(self) -> &'static str {
        match self {
            EncryptType::Aes256 => "1",
            EncryptType::Aes128 => "2",
        }
    }

    /// The encryption with that code.
    pub fn from_code(code: &str) -> Option<EncryptType> {
        EncryptType::ALL
            .into_iter()
            .find(|known| known.code() == code)
    }

    /// The length of the AES key in bits.
    pub fn bits(self) -> u16 {
        match self {
            EncryptType::Aes256 => 256,
            EncryptType::Aes128 => 128,
        }
    }

    /// The length of the AES key in bytes.
    pub(crate) fn key_len(self) -> usize {
        usize::from(self.bits() / 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_type() {
        for known in EncryptType::ALL {
            assert_eq!(EncryptType::from_code(known.code()), Some(known));
        }
        assert_eq!(EncryptType::from_code("3"), None);
        assert_eq!(EncryptType::default().code(), "1");
    }
}
