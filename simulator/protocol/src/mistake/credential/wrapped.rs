//! A value that was encrypted or encoded once more than it ought to be.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

use crate::Key;
use crate::cipher::{EncryptType, decrypt};
use crate::mistake::catalog::Mistake;
use crate::mistake::encoding::{BLANKS_AROUND, PERCENT_ENCODED};

static ENCRYPTED_TWICE: Mistake = Mistake {
    slug: "encrypted-twice",
    explanation: "What the value decrypts to is itself encrypted.",
    fix: "Encrypt the text once; look for a second place that encrypts, such as the database layer.",
};

static ENCODED_WHOLE: Mistake = Mistake {
    slug: "value-encoded-whole",
    explanation: "Vector and Base64 were right, but encoded once more as a whole, in Base64 or \
                  hexadecimal digits.",
    fix: "Send the vector's sixteen characters and the Base64 behind them as they are.",
};

static QUOTED: Mistake = Mistake {
    slug: "value-in-quotes",
    explanation: "The value is right, but has quotation marks around it.",
    fix: "Put the text into the JSON object and serialise once.",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    [&ENCRYPTED_TWICE, &ENCODED_WHOLE, &QUOTED].into_iter()
}

/// The mistake of a value whose plain text is a ciphertext.
pub(super) fn within(key: &Key, plain: &str) -> Option<&'static Mistake> {
    opens(key, plain).then_some(&ENCRYPTED_TWICE)
}

/// The mistake of a value that is right within something put around it.
pub(super) fn around(key: &Key, wire: &str) -> Option<&'static Mistake> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
    let base64 = STANDARD.decode(wire).ok().and_then(text);
    let hex = hex::decode(wire).ok().and_then(text);
    let percent = percent_decode_str(wire).decode_utf8().ok();
    let quoted = serde_json::from_str::<String>(wire).ok();
    let readings: [(Option<String>, &Mistake); 5] = [
        (Some(wire.trim().to_owned()), &BLANKS_AROUND),
        (percent.map(String::from), &PERCENT_ENCODED),
        (quoted, &QUOTED),
        (base64, &ENCODED_WHOLE),
        (hex, &ENCODED_WHOLE),
    ];
    readings.into_iter().find_map(|(text, mistake)| {
        let text = text.filter(|text| text != wire)?;
        opens(key, &text).then_some(mistake)
    })
}

/// Whether a text decrypts to letters, in either length.
fn opens(key: &Key, text: &str) -> bool {
    EncryptType::ALL.into_iter().any(|kind| {
        decrypt(key, kind, text).is_ok_and(|plain| !plain.chars().any(char::is_control))
    })
}
