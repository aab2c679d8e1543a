//! How a ciphertext's bytes are written, rightly or not.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::blocks::BLOCK;
use crate::mistake::catalog::Mistake;
use crate::mistake::encoding::{
    BASE64_TWICE, BLANK_FOR_PLUS, HEX_THEN_BASE64, UNPADDED, URL_SAFE_ALPHABET,
};

/// Bytes, and the mistake in the way they were written.
pub(super) type Written = (Vec<u8>, Option<&'static Mistake>);

/// A way to write bytes, and how to read it.
struct Writing {
    mistake: Mistake,
    read: fn(&str) -> Option<Vec<u8>>,
}

/// Those that [`crate::mistake::encoding`] knows too stand first.
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
        mistake: BASE64_TWICE,
        read: |text| STANDARD.decode(STANDARD.decode(text).ok()?).ok(),
    },
    Writing {
        mistake: HEX_THEN_BASE64,
        read: |text| hex::decode(STANDARD.decode(text).ok()?).ok(),
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

/// How many of them digests know too.
const SHARED: usize = 5;

/// The mistakes that only credentials know.
pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    TABLE.iter().skip(SHARED).map(|writing| &writing.mistake)
}

/// The whole, non-empty blocks that a text may stand for, the rightly written ones first.
pub(super) fn ciphertexts(text: &str) -> Vec<Written> {
    writings(text, |bytes| {
        !bytes.is_empty() && bytes.len().is_multiple_of(BLOCK)
    })
}

/// The bytes of a fitting kind that a text may stand for, each once, the rightly written ones
/// first. Hexadecimal digits may be Base64 too.
pub(super) fn writings(text: &str, fits: impl Fn(&[u8]) -> bool) -> Vec<Written> {
    let mut found: Vec<Written> = Vec::new();
    let right = STANDARD.decode(text).ok().map(|bytes| (bytes, None));
    let wrong = TABLE.iter().filter_map(|writing| {
        let bytes = (writing.read)(text)?;
        Some((bytes, Some(&writing.mistake)))
    });
    for (bytes, mistake) in right.into_iter().chain(wrong) {
        if fits(&bytes) && !found.iter().any(|(known, _)| *known == bytes) {
            found.push((bytes, mistake));
        }
    }
    found
}
