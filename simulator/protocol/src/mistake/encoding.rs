//! A right digest that was written down wrongly. Signatures, tokens and the Base64 of credentials
//! share some of these mistakes.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use percent_encoding::percent_decode_str;

use super::Family;
use super::catalog::{Entry, Mistake, first};

/// A text, and the digest that it ought to be the Base64 of.
struct Case {
    text: String,
    digest: Vec<u8>,
}

/// The mistake in writing `digest` as `text`, where there is one; a right text has none.
pub(super) fn of(text: &str, digest: &[u8]) -> Option<&'static Mistake> {
    if is_right(text, digest) {
        return None;
    }
    first(
        TABLE,
        &Case {
            text: text.to_owned(),
            digest: digest.to_owned(),
        },
    )
}

/// Whether `text` is `digest`, rightly written.
pub(super) fn is_right(text: &str, digest: &[u8]) -> bool {
    text == right(digest)
}

/// A digest as it ought to be written.
pub(super) fn right(digest: &[u8]) -> String {
    STANDARD.encode(digest)
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    TABLE.iter().map(|entry| (Family::Writing, &entry.mistake))
}

/// The digests that a text may stand for, however it is written.
pub(super) fn digests(text: &str) -> Vec<Vec<u8>> {
    let text = percent_decode_str(text.trim())
        .decode_utf8_lossy()
        .replace(' ', "+");
    let base64 = text
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    let mut digests: Vec<Vec<u8>> = [STANDARD_NO_PAD.decode(base64).ok(), hex::decode(&text).ok()]
        .into_iter()
        .flatten()
        .collect();
    // Written twice: the bytes are themselves Base64 or hexadecimal digits.
    let within: Vec<Vec<u8>> = digests
        .iter()
        .flat_map(|text| [STANDARD.decode(text).ok(), hex::decode(text).ok()])
        .flatten()
        .collect();
    digests.extend(within);
    digests
}

/// A digest as it ought to be written in Base64.
pub(super) fn standard(digest: &[u8]) -> String {
    STANDARD.encode(digest)
}

/// The usual wrong writings of a digest.
pub(super) fn wrong_writings(digest: &[u8]) -> Vec<(&'static Mistake, String)> {
    let hex = hex::encode(digest);
    let texts = [
        hex.clone(),
        hex::encode_upper(digest),
        STANDARD_NO_PAD.encode(digest),
        URL_SAFE.encode(digest),
        STANDARD.encode(&hex),
        STANDARD.encode(right(digest)),
    ];
    let named = |text: String| Some((of(&text, digest)?, text));
    texts.into_iter().filter_map(named).collect()
}

pub(super) const UNPADDED: Mistake = Mistake {
    slug: "unpadded-base64",
    explanation: "The Base64 text lacks its padding.",
    fix: "Encode as standard Base64 and keep the `=` at the end.",
};

pub(super) const URL_SAFE_ALPHABET: Mistake = Mistake {
    slug: "url-safe-base64",
    explanation: "The Base64 text uses the URL-safe alphabet, with `-` and `_`.",
    fix: "Encode as standard Base64, with `+`, `/` and padding.",
};

pub(super) const BLANK_FOR_PLUS: Mistake = Mistake {
    slug: "blank-for-plus",
    explanation: "The Base64 text has blanks where it had `+`: it was URL-decoded once too often.",
    fix: "Write the Base64 text as it is; do not URL-decode it.",
};

pub(super) const HEX_THEN_BASE64: Mistake = Mistake {
    slug: "hex-then-base64",
    explanation: "The Base64 is that of the bytes' hexadecimal text, not of the bytes.",
    fix: "Take digest or ciphertext as bytes, not as text, and encode those as Base64.",
};

pub(super) const BASE64_TWICE: Mistake = Mistake {
    slug: "base64-twice",
    explanation: "The Base64 text was encoded as Base64 a second time.",
    fix: "Encode the bytes of digest or ciphertext as Base64 once.",
};

pub(super) const BLANKS_AROUND: Mistake = Mistake {
    slug: "blanks-around-base64",
    explanation: "The value is right, but has white space around it.",
    fix: "Trim the Base64 text; some encoders end it with a line end.",
};

pub(super) const PERCENT_ENCODED: Mistake = Mistake {
    slug: "percent-encoded",
    explanation: "The value is right, but percent-encoded.",
    fix: "Write the Base64 text as it is; neither headers nor members of JSON are part of a URL.",
};

static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: UNPADDED,
        made: |case| case.text == STANDARD_NO_PAD.encode(&case.digest),
    },
    Entry {
        mistake: URL_SAFE_ALPHABET,
        made: |case| {
            [URL_SAFE, URL_SAFE_NO_PAD]
                .iter()
                .any(|form| form.encode(&case.digest) == case.text)
        },
    },
    Entry {
        mistake: BLANK_FOR_PLUS,
        made: |case| case.text.replace(' ', "+") == STANDARD.encode(&case.digest),
    },
    Entry {
        mistake: BLANKS_AROUND,
        made: |case| case.text.trim() == STANDARD.encode(&case.digest),
    },
    Entry {
        mistake: PERCENT_ENCODED,
        made: |case| percent_decode_str(&case.text).eq(STANDARD.encode(&case.digest).bytes()),
    },
    Entry {
        mistake: Mistake {
            slug: "hex-lower",
            explanation: "The digest is written in hexadecimal digits, not in Base64.",
            fix: "Encode the 32 bytes of the digest as standard Base64.",
        },
        made: |case| case.text == hex::encode(&case.digest),
    },
    Entry {
        mistake: Mistake {
            slug: "hex-upper",
            explanation: "The digest is written in upper-case hexadecimal digits, not in Base64.",
            fix: "Encode the 32 bytes of the digest as standard Base64.",
        },
        made: |case| case.text == hex::encode_upper(&case.digest),
    },
    Entry {
        mistake: HEX_THEN_BASE64,
        made: |case| {
            [hex::encode(&case.digest), hex::encode_upper(&case.digest)]
                .iter()
                .any(|text| STANDARD.encode(text) == case.text)
        },
    },
    Entry {
        mistake: BASE64_TWICE,
        made: |case| STANDARD.encode(STANDARD.encode(&case.digest)) == case.text,
    },
];
