//! Ciphertexts whose end is wrong or missing, but whose key and form are right.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::blocks::{BLOCK, Mode, decrypt, text, unpadded, unpadded_text};
use super::form::split_vector;
use super::key::Candidate;
use crate::mistake::catalog::Mistake;
use crate::mistake::charset::of_gbk;
use crate::mistake::{Cause, Family, Tried};

static ZERO_PADDING: Mistake = Mistake {
    slug: "zero-padding",
    explanation: "The text was filled up with zero bytes before it was encrypted.",
    fix: "Use PKCS#5 padding, also called PKCS#7, also where the text fills its blocks.",
};

static IV_DIFFERS: Mistake = Mistake {
    slug: "iv-differs",
    explanation: "The vector that was sent is not the one that was used: the value decrypts, but its \
                  first sixteen letters come out garbled.",
    fix: "Send the very sixteen characters whose bytes the cipher got as its vector.",
};

static BLOCK_LOST: Mistake = Mistake {
    slug: "block-lost",
    explanation: "The last block is missing: the value was cut, or encrypted without padding.",
    fix: "Send the whole value, at most 128 characters, and use PKCS#5 padding.",
};

static PADDED_TO_32: Mistake = Mistake {
    slug: "padded-to-32-bytes",
    explanation: "The text was filled up to a multiple of 32 bytes, as the PKCS#7 classes in samples of \
                  other platforms do; the blocks of AES have 16.",
    fix: "Use the cipher's own PKCS#5 padding, or fill up to a multiple of 16.",
};

static OTHER_PADDING: Mistake = Mistake {
    slug: "other-padding",
    explanation: "The text was filled up with zero or random bytes before the one that counts them, as \
                  ANSI X.923 and ISO 10126 have it.",
    fix: "Use PKCS#5 padding, also called PKCS#7: every byte of it is their number.",
};

static TEXT_IN_GBK: Mistake = Mistake {
    slug: "text-in-gbk",
    explanation: "The text was encoded in GBK before it was encrypted, as getBytes() does on a Chinese \
                  Windows.",
    fix: "Encrypt the bytes of the text in UTF-8: getBytes(StandardCharsets.UTF_8).",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    [
        &ZERO_PADDING,
        &PADDED_TO_32,
        &OTHER_PADDING,
        &TEXT_IN_GBK,
        &IV_DIFFERS,
        &BLOCK_LOST,
    ]
    .into_iter()
}

/// The mistake under which the blocks that are there decrypt to text.
pub(super) fn explain(keys: &[Candidate], wire: &str, tried: &mut Tried) -> Option<Cause> {
    let (vector, rest) = split_vector(wire)?;
    let blocks = whole_blocks(rest)?;
    keys.iter().find_map(|key| {
        tried.add(key.family(Family::CipherText), 1);
        let plain = decrypt(&key.bytes, Mode::Cbc(vector), &blocks);
        let in_gbk = key.mistake.is_none() && is_gbk(&plain);
        let mistake = if in_gbk {
            &TEXT_IN_GBK
        } else {
            damaged(plain)?
        };
        Some(match key.mistake {
            Some(wrong_key) => Cause::two(wrong_key, mistake),
            None => Cause::one(mistake),
        })
    })
}

/// What is wrong with blocks that decrypt to text but for their start or end.
fn damaged(mut plain: Vec<u8>) -> Option<&'static Mistake> {
    if let Some(mistake) = padded_otherwise(&plain) {
        return Some(mistake);
    }
    // The first block alone proves nothing: by chance it may end like padding.
    if let Some(rest) = plain.get(BLOCK..)
        && unpadded_text(rest.to_vec()).is_some_and(|rest| !rest.is_empty())
    {
        return Some(&IV_DIFFERS);
    }
    let zeros = plain.iter().rev().take_while(|byte| **byte == 0).count();
    plain.truncate(plain.len() - zeros);
    let is_text = !plain.is_empty() && text(plain).is_some();
    let mistake = if zeros > 0 {
        &ZERO_PADDING
    } else {
        &BLOCK_LOST
    };
    is_text.then_some(mistake)
}

/// Whether blocks that are rightly padded hold a text of Chinese letters in GBK. A padding of one byte
/// proves nothing: of what is no ciphertext one value in 256 ends so.
fn is_gbk(plain: &[u8]) -> bool {
    let kept = unpadded(plain).filter(|kept| plain.len() - kept.len() > 1);
    let usual = |letter: char| matches!(letter, ' '..='~' | '\u{4e00}'..='\u{9fff}');
    kept.and_then(of_gbk)
        .is_some_and(|text| text.chars().all(usual))
}

/// The mistake of a text whose last byte counts what was filled up, but not as PKCS#5 has it.
fn padded_otherwise(plain: &[u8]) -> Option<&'static Mistake> {
    let count = usize::from(*plain.last()?);
    let (kept, filled) = plain.split_at_checked(plain.len().checked_sub(count)?)?;
    let is_text = kept.len() >= PROOF && kept.iter().all(u8::is_ascii_graphic);
    match count {
        17..=32 if is_text && filled.iter().all(|byte| usize::from(*byte) == count) => {
            Some(&PADDED_TO_32)
        }
        2..=BLOCK if is_text => Some(&OTHER_PADDING),
        _ => None,
    }
}

/// The fewest letters that prove a key where the padding does not.
const PROOF: usize = 5;

/// The whole blocks at the start of a Base64 text that may have been cut anywhere.
fn whole_blocks(base64: &str) -> Option<Vec<u8>> {
    let digits = base64.trim_end_matches('=');
    let mut bytes = STANDARD_NO_PAD.decode(digits).ok().or_else(|| {
        let groups = digits.get(..digits.len() / 4 * 4)?;
        STANDARD_NO_PAD.decode(groups).ok()
    })?;
    bytes.truncate(bytes.len() / BLOCK * BLOCK);
    (!bytes.is_empty()).then_some(bytes)
}
