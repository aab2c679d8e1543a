//! How a ciphertext's bytes are written, rightly or not.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::blocks::BLOCK;
use crate::mistake::catalog::Mistake;
use crate::mistake::encoding::{BLANK_FOR_PLUS, UNPADDED, URL_SAFE_ALPHABET};

/// Bytes, and the mistake in the way they were written.
pub(super) type Written = (Vec<u8>, Option<&'static Mistake>);

/// A way to write bytes, and how to read it.
struct Writing {
    mistake: Mistake,
    read: fn(&str) -> Option<Vec<u8>>,
}

/// The three that [`crate::mistake::encoding`] knows too stand first.
static TABLE: &[Writing] = &[
    Writing {
        mistake: UNPADDED,
        read: |text| STANDARD_NO_PAD.decode(text).ok(),
    },
    Writing {
        mistake: URL_SAFE_ALPHABET,
        read: |text| {
            let text = text
                .trim_end_matches('=')
                .replace('-', "+")
                .replace('_', "/");
            STANDARD_NO_PAD.decode(text).ok()
        },
    },
    Writing {
        mistake: BLANK_FOR_PLUS,
        read: |text| STANDARD.decode(text.replace(' ', "+")).ok(),
    },
    Writing {
        mistake: Mistake {
            slug: "line-broken-base64",
            explanation: "The Base64 text holds line ends, as MIME encoders put them.",
            fix: "Encode as standard Base64 in one line.",
        },
        read: |text| STANDARD.decode(text.replace(['\r', '\n'], "")).ok(),
    },
    Writing {
        mistake: Mistake {
            slug: "hex-instead-of-base64",
            explanation: "The ciphertext is written in hexadecimal digits, not in Base64.",
            fix: "Encode the bytes of the ciphertext as standard Base64.",
        },
        read: |text| hex::decode(text).ok(),
    },
];

/// The mistakes that only credentials know.
pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    TABLE.iter().skip(3).map(|writing| &writing.mistake)
}

/// The whole, non-empty blocks that a text may stand for; rightly written ones stand alone.
pub(super) fn ciphertexts(text: &str) -> Vec<Written> {
    if let Some(bytes) = STANDARD.decode(text).ok().filter(whole_blocks) {
        // Hexadecimal digits are Base64 too, if there are as many as here.
        let hex = hex::decode(text).ok().filter(whole_blocks);
        let hex = hex.map(|bytes| (bytes, TABLE.last().map(|writing| &writing.mistake)));
        return std::iter::once((bytes, None)).chain(hex).collect();
    }
    let wrong = TABLE.iter().filter_map(|writing| {
        let bytes = (writing.read)(text).filter(whole_blocks)?;
        Some((bytes, Some(&writing.mistake)))
    });
    wrong.collect()
}

#[expect(clippy::ptr_arg, reason = "a filter of Option<Vec<u8>>")]
fn whole_blocks(bytes: &Vec<u8>) -> bool {
    !bytes.is_empty() && bytes.len().is_multiple_of(BLOCK)
}
