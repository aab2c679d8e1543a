//! The calls, right and wrong ones.

/// What a call is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As the gateway makes it, for the customer of that number.
    Right(usize),
    /// With a token of three minutes ago.
    Older,
    /// With a token that has a member of which the pages do not tell.
    FurtherMember,
    /// With a token whose header has no `typ`.
    Untyped,
    /// For a customer whose name is Chinese, percent-encoded.
    NameEncoded,
    /// For a customer whose name is Chinese, as it is in UTF-8.
    NameInUtf8,
    /// With nothing that shows who calls.
    Bare,
    /// With a token that is signed with another SK; or with another value of the constant headers.
    Forged,
    /// With a token that was changed behind its signature.
    Changed,
    /// With a token that says it is not signed.
    NotSigned,
    /// With a token of another HMAC under the right SK.
    OtherAlgorithm,
    /// With a token of an AK that nobody has.
    UnknownKey,
    /// The same, signed with an empty SK.
    UnknownKeyEmpty,
    /// The same, signed with the seller's SK.
    UnknownKeySigned,
    /// With a token of an hour ago.
    Expired,
    /// With a token that is made for in an hour.
    Future,
    /// With what is no token.
    NoToken,
    /// With a token of one part.
    OnePart,
}

impl Case {
    /// Those that show by a token who calls, and ought to be served, beside the right ones.
    pub(super) const LAWFUL_TOKENS: [Case; 3] = [Case::Older, Case::FurtherMember, Case::Untyped];

    /// Those for customers with other names.
    pub(super) const NAMES: [Case; 2] = [Case::NameEncoded, Case::NameInUtf8];

    /// Those that show nothing or something wrong, of whatever kind.
    pub(super) const STRANGERS: [Case; 2] = [Case::Bare, Case::Forged];

    /// Those that show a wrong token.
    pub(super) const WRONG_TOKENS: [Case; 10] = [
        Case::Changed,
        Case::NotSigned,
        Case::OtherAlgorithm,
        Case::UnknownKey,
        Case::UnknownKeyEmpty,
        Case::UnknownKeySigned,
        Case::Expired,
        Case::Future,
        Case::NoToken,
        Case::OnePart,
    ];

    /// The call in words.
    pub fn about(self) -> &'static str {
        match self {
            Case::Right(0) => "a right call for the first customer",
            Case::Right(_) => "a right call for another customer",
            Case::Older => "a right call with a token of three minutes ago",
            Case::FurtherMember => "a right call whose token has a further member",
            Case::Untyped => "a right call whose token has no typ in its header",
            Case::NameEncoded => "a right call for a customer of a Chinese name, percent-encoded",
            Case::NameInUtf8 => "a right call for a customer of a Chinese name, in UTF-8",
            Case::Bare => "a call that does not show who makes it",
            Case::Forged => "a call with a token of another SK, or with other constant headers",
            Case::Changed => "a call whose token was changed behind its signature",
            Case::NotSigned => "a call whose token says that it is not signed (alg none)",
            Case::OtherAlgorithm => "a call whose token is signed with the SK by HS512",
            Case::UnknownKey => "a call with a token of an unknown AK, signed with some SK",
            Case::UnknownKeyEmpty => {
                "a call with a token of an unknown AK, signed with an empty SK"
            }
            Case::UnknownKeySigned => {
                "a call with a token of an unknown AK, signed with the seller's SK"
            }
            Case::Expired => "a call with a token of an hour ago",
            Case::Future => "a call with a token that is made for in an hour",
            Case::NoToken => "a call with a text that is no token",
            Case::OnePart => "a call with a token of one part",
        }
    }
}
