//! A right digest that was written down wrongly where hexadecimal digits are wanted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Family;
use super::catalog::{Entry, Mistake, first};

/// A text, and the digest that it ought to write in hexadecimal digits.
struct Case {
    text: String,
    digest: Vec<u8>,
}

/// The mistake in writing `digest` as `text`, where there is one.
pub(super) fn of(text: &str, digest: &[u8]) -> Option<&'static Mistake> {
    first(
        TABLE,
        &Case {
            text: text.to_owned(),
            digest: digest.to_owned(),
        },
    )
}

/// The mistake of upper-case digits, where lower case is wanted.
pub(super) fn of_case(text: &str, digest: &[u8]) -> Option<&'static Mistake> {
    (text == hex::encode_upper(digest)).then_some(&UPPER_CASE)
}

/// The usual wrong writings of a digest; upper case among them, which who compares with case may want.
pub(super) fn wrong_writings(digest: &[u8]) -> Vec<(&'static Mistake, String)> {
    let hex = hex::encode(digest);
    let upper = hex::encode_upper(digest);
    let without_zeros = digest.iter().map(|byte| format!("{byte:x}"));
    let texts = [
        STANDARD.encode(digest),
        without_zeros.collect::<Vec<_>>().concat(),
        STANDARD.encode(&hex),
    ];
    let named = |text: String| Some((of(&text, digest)?, text));
    let named = texts.into_iter().filter_map(named);
    std::iter::once((&UPPER_CASE, upper)).chain(named).collect()
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    TABLE
        .iter()
        .map(|entry| &entry.mistake)
        .chain(std::iter::once(&UPPER_CASE))
        .map(|mistake| (Family::Writing, mistake))
}

const FIX: &str = "Write each of the 32 bytes of the digest as two hexadecimal digits, as \
                   Hex.encodeHexString does.";

static UPPER_CASE: Mistake = Mistake {
    slug: "hex-not-lowercase",
    explanation: "The digest is written in upper-case hexadecimal digits.",
    fix: "Write the hexadecimal digits of the signature in lower case.",
};

static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "base64-for-hex",
            explanation: "The digest is written in Base64, not in hexadecimal digits.",
            fix: FIX,
        },
        made: |case| {
            let base64 = STANDARD.encode(&case.digest);
            let blanks_mended = case.text.replace(' ', "+");
            let trimmed = |text: &str| text.trim_end_matches('=').to_owned();
            trimmed(&blanks_mended) == trimmed(&base64)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "blanks-around-hex",
            explanation: "The hexadecimal digits are right, but have white space around them.",
            fix: "Trim the text of the signature.",
        },
        made: |case| lower(case.text.trim()) == hex::encode(&case.digest),
    },
    Entry {
        mistake: Mistake {
            slug: "hex-with-marks",
            explanation: "The hexadecimal digits have `0x` in front or marks between them.",
            fix: FIX,
        },
        made: |case| {
            let text = lower(&case.text);
            let text = text.strip_prefix("0x").unwrap_or(&text);
            let digits: String = text.chars().filter(|c| !":- ".contains(*c)).collect();
            digits == hex::encode(&case.digest)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "hex-without-zeros",
            explanation: "Zeros are missing: bytes below 16 were written as one digit, as Java's \
                          Integer.toHexString does, or a number lost those at its start.",
            fix: FIX,
        },
        made: |case| {
            let bytes = case.digest.iter().map(|byte| format!("{byte:x}"));
            let single = bytes.collect::<Vec<_>>().concat();
            let whole = hex::encode(&case.digest);
            let text = lower(&case.text);
            text == single || text == whole.trim_start_matches('0')
        },
    },
    Entry {
        mistake: Mistake {
            slug: "hex-of-signed-bytes",
            explanation: "Bytes from 128 on were written as `ffffff..`: Java's bytes are signed.",
            fix: FIX,
        },
        made: |case| {
            let written = |pad: bool| {
                let bytes = case.digest.iter().map(|byte| match byte {
                    128.. => format!("ffffff{byte:02x}"),
                    _ if pad => format!("{byte:02x}"),
                    _ => format!("{byte:x}"),
                });
                bytes.collect::<Vec<_>>().concat()
            };
            let text = lower(&case.text);
            text == written(true) || text == written(false)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "hex-twice",
            explanation: "The hexadecimal text, or the Base64, was written in hexadecimal digits \
                          once more.",
            fix: FIX,
        },
        made: |case| {
            let texts = [
                hex::encode(&case.digest),
                hex::encode_upper(&case.digest),
                STANDARD.encode(&case.digest),
            ];
            let text = lower(&case.text);
            texts.iter().any(|inner| hex::encode(inner) == text)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "base64-of-hex",
            explanation: "The hexadecimal text was encoded as Base64.",
            fix: "Send the hexadecimal digits as they are.",
        },
        made: |case| {
            [hex::encode(&case.digest), hex::encode_upper(&case.digest)]
                .iter()
                .any(|text| STANDARD.encode(text) == case.text)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "hex-cut-short",
            explanation: "The hexadecimal digits are right, but only a part of them is there.",
            fix: "Send all 64 digits.",
        },
        made: |case| {
            let text = lower(&case.text);
            text.len() >= 16 && hex::encode(&case.digest).starts_with(&text)
        },
    },
];

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}
