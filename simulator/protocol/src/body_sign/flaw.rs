//! What can be wrong with the form of a `Body-Sign` value.

/// One thing that is wrong with the form of a `Body-Sign` value [v1 §3]. Blanks and the order of
/// the two members are free and never a flaw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// No `sign_type`.
    #[error("sign_type is missing")]
    SignTypeMissing,
    /// A `sign_type` other than `HMAC-SHA256`.
    #[error("sign_type is not HMAC-SHA256")]
    SignTypeOther,
    /// The value of `sign_type` does not stand between double quotes.
    #[error("the value of sign_type is not in double quotes")]
    SignTypeUnquoted,
    /// No `signature`.
    #[error("signature is missing")]
    SignatureMissing,
    /// A `signature` without content.
    #[error("signature is empty")]
    SignatureEmpty,
    /// The value of `signature` does not stand between double quotes.
    #[error("the value of signature is not in double quotes")]
    SignatureUnquoted,
    /// Quotes with a backslash in front of them.
    #[error("its double quotes have backslashes in front of them")]
    QuoteEscaped,
    /// A member's name in another case.
    #[error("sign_type or signature is written in another case")]
    NameCase,
    /// A member that stands there twice; the first counts.
    #[error("sign_type or signature stands there twice")]
    Repeated,
    /// Two members that no comma divides.
    #[error("no comma divides the members")]
    CommaMissing,
    /// Text that is no `name=value`.
    #[error("part of the value is no name=\"value\"")]
    NotAPair,
}
