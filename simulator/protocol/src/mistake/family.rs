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
    /// V2's calls and the usage push: another key.
    CallKey,
    /// V2's calls and the usage push: another text around the body.
    CallText,
    /// V2's calls and the usage push: the body, or its digest, in another form.
    CallBody,
    /// The open APIs: another key.
    OpenApiKey,
    /// The open APIs: another canonical request or string to sign.
    OpenApiText,
    /// Credentials: another AES key.
    CipherKey,
    /// Credentials: another mode, or a vector of another value or in another place.
    CipherMode,
    /// Credentials: the ciphertext is written or ends wrongly.
    CipherText,
}

impl Family {
    /// All of them.
    pub const ALL: [Family; 15] = [
        Family::Writing,
        Family::Function,
        Family::BodyKey,
        Family::BodyBytes,
        Family::BodyJson,
        Family::TokenKey,
        Family::TokenText,
        Family::CallKey,
        Family::CallText,
        Family::CallBody,
        Family::OpenApiKey,
        Family::OpenApiText,
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
            Family::CallKey => "V2 calls and usage pushes: another key",
            Family::CallText => "V2 calls and usage pushes: another text around the body",
            Family::CallBody => "V2 calls and usage pushes: another form of the body",
            Family::OpenApiKey => "Open APIs: another key",
            Family::OpenApiText => "Open APIs: another canonical request or string to sign",
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
            Family::BodyKey | Family::TokenKey | Family::CallKey | Family::OpenApiKey => {
                "other keys"
            }
            Family::BodyBytes => "other bytes",
            Family::BodyJson => "other texts of the same JSON",
            Family::TokenText => "other texts of the parameters",
            Family::CallText => "other texts around the body",
            Family::CallBody => "other forms of the body",
            Family::OpenApiText => "other canonical requests",
            Family::CipherKey => "other AES keys",
            Family::CipherMode => "other modes and vectors",
            Family::CipherText => "other writings of the ciphertext",
        }
    }
}
