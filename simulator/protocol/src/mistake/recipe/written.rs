//! How a digest ought to be written.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::mistake::catalog::Mistake;
use crate::mistake::{encoding, hex_writing};

/// How a digest ought to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::mistake) enum Written {
    /// In hexadecimal digits of either case.
    Hex,
    /// In lower-case hexadecimal digits.
    LowerHex,
    /// In Base64.
    Base64,
}

impl Written {
    /// Whether `text` is what `digest` ought to be written as.
    pub(super) fn is(self, text: &str, digest: &[u8]) -> bool {
        match self {
            Written::Hex => text.eq_ignore_ascii_case(&hex::encode(digest)),
            Written::LowerHex => text == hex::encode(digest),
            Written::Base64 => text == STANDARD.encode(digest),
        }
    }

    /// The mistake in writing `digest` as `text`, where there is one.
    pub(super) fn mistake(self, text: &str, digest: &[u8]) -> Option<&'static Mistake> {
        match self {
            Written::Hex => hex_writing::of(text, digest),
            Written::LowerHex => {
                hex_writing::of_case(text, digest).or_else(|| hex_writing::of(text, digest))
            }
            Written::Base64 => encoding::of(text, digest),
        }
    }
}
