//! The kinds of mistakes.

/// What a mistake is about. The order is that of `galleria explain causes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// A right digest, written down wrongly.
    Writing,
    /// Another function than HMAC-SHA256.
    Function,
    /// `Body-Sign`: something else than the access key was the key.
    BodyKey,
    /// `Body-Sign`: other bytes were signed than were sent.
    BodyBytes,
    /// `Body-Sign`: the same JSON was signed, in another text.
    BodyJson,
    /// `authToken`: something else was the key than the access key followed by `timeStamp`.
    TokenKey,
    /// `authToken`: another text was signed than the sorted, decoded parameters.
    TokenText,
    /// Credentials: another AES key.
    CipherKey,
    /// Credentials: another mode, or a vector of another value or in another place.
    CipherMode,
    /// Credentials: the ciphertext is written or ends wrongly.
    CipherText,
}

impl Family {
    /// All of them.
    pub const ALL: [Family; 10] = [
        Family::Writing,
        Family::Function,
        Family::BodyKey,
        Family::BodyBytes,
        Family::BodyJson,
        Family::TokenKey,
        Family::TokenText,
        Family::CipherKey,
        Family::CipherMode,
        Family::CipherText,
    ];

    /// What its mistakes have in common, as a heading.
    pub fn heading(self) -> &'static str {
        match self {
            Family::Writing => "A right digest, written down wrongly",
            Family::Function => "Another function than HMAC-SHA256",
            Family::BodyKey => "Body-Sign: another key",
            Family::BodyBytes => "Body-Sign: other bytes were signed than were sent",
            Family::BodyJson => "Body-Sign: the same JSON was signed, in another text",
            Family::TokenKey => "authToken: another key",
            Family::TokenText => "authToken: another text",
            Family::CipherKey => "Credentials: another AES key",
            Family::CipherMode => "Credentials: another mode or vector",
            Family::CipherText => "Credentials: the ciphertext is written or ends wrongly",
        }
    }

    /// What was varied when its mistakes were tried, in a few words.
    pub fn varied(self) -> &'static str {
        match self {
            Family::Writing => "other writings of the digest",
            Family::Function => "other functions",
            Family::BodyKey | Family::TokenKey => "other keys",
            Family::BodyBytes => "other bytes",
            Family::BodyJson => "other texts of the same JSON",
            Family::TokenText => "other texts of the parameters",
            Family::CipherKey => "other AES keys",
            Family::CipherMode => "other modes and vectors",
            Family::CipherText => "other writings of the ciphertext",
        }
    }
}
