//! The hashes that OAEP is used with.

use std::fmt;

/// The hashes of OAEP: of its label and of its mask. The pages are silent [kit §1.5], and
/// libraries differ under like names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OaepHash {
    /// SHA-256 for both.
    #[default]
    Sha256,
    /// SHA-256 with MGF1 under SHA-1, which is what Java makes of
    /// `RSA/ECB/OAEPWithSHA-256AndMGF1Padding` unless it is told otherwise.
    Sha256Mgf1Sha1,
    /// SHA-1 for both, which is what `RSA_PKCS1_OAEP_PADDING` of OpenSSL means alone.
    Sha1,
}

impl OaepHash {
    /// Every choice.
    pub const ALL: [OaepHash; 3] = [OaepHash::Sha256, OaepHash::Sha256Mgf1Sha1, OaepHash::Sha1];

    /// Its name in files and flags.
    pub fn name(self) -> &'static str {
        match self {
            OaepHash::Sha256 => "sha256",
            OaepHash::Sha256Mgf1Sha1 => "sha256-mgf1-sha1",
            OaepHash::Sha1 => "sha1",
        }
    }

    /// The choice of that name.
    pub fn from_name(name: &str) -> Option<OaepHash> {
        OaepHash::ALL.into_iter().find(|hash| hash.name() == name)
    }
}

impl fmt::Display for OaepHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}
