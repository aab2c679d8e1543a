//! The forms, modes and vectors that sellers take by mistake.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::blocks::{BLOCK, Mode, decrypt, unpadded_text};
use super::form::split_vector;
use super::key::Candidate;
use super::text::{Written, ciphertexts};
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, Family, Tried};

/// One way to read a value.
struct Attempt {
    mode: Mode,
    ciphertext: Vec<u8>,
    /// What was done wrong if the value is to be read so: the mode or the vector, and the writing.
    mistakes: [Option<&'static Mistake>; 2],
}

/// The mistakes under which `wire` decrypts: a wrong key before a wrong form.
pub(super) fn explain(
    keys: &[Candidate],
    wire: &str,
    others: &[&str],
    tried: &mut Tried,
) -> Option<Cause> {
    first_that_opens(keys, attempts(wire, others), tried)
}

/// The mistakes under which `wire` decrypts where the vector is among the blocks.
pub(super) fn explain_inside(keys: &[Candidate], wire: &str, tried: &mut Tried) -> Option<Cause> {
    let inside = ciphertexts(wire).into_iter();
    let inside = inside.flat_map(|written| vector_inside(&written)).collect();
    first_that_opens(keys, inside, tried)
}

fn first_that_opens(
    keys: &[Candidate],
    attempts: Vec<Attempt>,
    tried: &mut Tried,
) -> Option<Cause> {
    for attempt in attempts {
        for key in keys {
            let made = [key.mistake, attempt.mistakes[0], attempt.mistakes[1]];
            let mut made = made.into_iter().flatten();
            let (first, second) = (made.next(), made.next());
            match second {
                Some(_) => tried.add_at_once(1),
                None => tried.add(key.family(Family::CipherMode), 1),
            }
            let plain = decrypt(&key.bytes, attempt.mode, &attempt.ciphertext);
            if unpadded_text(plain).is_some() {
                return first.map(|first| Cause::with(first, second));
            }
        }
    }
    None
}

/// Every way to read a value, the likelier first.
fn attempts(wire: &str, others: &[&str]) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    if let Some((vector, rest)) = split_vector(wire) {
        for written in ciphertexts(rest) {
            attempts.extend(behind_vector(vector, &written));
            attempts.extend(behind_vector_of_another(vector, &written, others));
        }
    }
    for (vector, rest, mistake) in other_vectors(wire) {
        for (ciphertext, writing) in ciphertexts(rest) {
            attempts.push(Attempt {
                mode: Mode::Cbc(vector),
                ciphertext,
                mistakes: [Some(mistake), writing],
            });
        }
    }
    for written in ciphertexts(wire) {
        attempts.extend(without_vector(&written));
    }
    attempts
}

/// The vector was sent in its place.
fn behind_vector(vector: [u8; BLOCK], (ciphertext, writing): &Written) -> [Attempt; 3] {
    [
        (Mode::Cbc(vector), None),
        (Mode::Ecb, Some(&ECB_MODE)),
        (Mode::Cbc([0; BLOCK]), Some(&ZERO_IV)),
    ]
    .map(|(mode, mistake)| Attempt {
        mode,
        ciphertext: ciphertext.clone(),
        mistakes: [mistake, *writing],
    })
}

/// A vector was sent in its place, but that of another value was used.
fn behind_vector_of_another<'a>(
    vector: [u8; BLOCK],
    (ciphertext, writing): &'a Written,
    others: &'a [&str],
) -> impl Iterator<Item = Attempt> + 'a {
    let vectors = others.iter().filter_map(|other| split_vector(other));
    vectors
        .filter(move |(used, _)| *used != vector)
        .map(move |(used, _)| Attempt {
            mode: Mode::Cbc(used),
            ciphertext: ciphertext.clone(),
            mistakes: [Some(&IV_OF_ANOTHER_VALUE), *writing],
        })
}

/// The vector was sent in another form or place: vector, ciphertext, mistake.
fn other_vectors(wire: &str) -> Vec<([u8; BLOCK], &str, &'static Mistake)> {
    let hex = wire.split_at_checked(2 * BLOCK).and_then(|(text, rest)| {
        Some((hex::decode(text).ok()?.try_into().ok()?, rest, &IV_AS_HEX))
    });
    let base64 = wire.split_at_checked(24).and_then(|(text, rest)| {
        Some((
            STANDARD.decode(text).ok()?.try_into().ok()?,
            rest,
            &IV_AS_BASE64,
        ))
    });
    let divided = split_vector(wire).and_then(|(vector, rest)| {
        Some((
            vector,
            rest.strip_prefix([':', ',', ';', '|', '.', '$', '_', '-', ' '])?,
            &IV_DIVIDED,
        ))
    });
    let behind = wire.len().checked_sub(BLOCK).and_then(|at| {
        let (rest, vector) = wire.split_at_checked(at)?;
        Some((vector.as_bytes().try_into().ok()?, rest, &IV_BEHIND))
    });
    [hex, base64, divided, behind]
        .into_iter()
        .flatten()
        .collect()
}

/// The vector was not sent.
fn without_vector((ciphertext, writing): &Written) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    let mut read_as = |mode, ciphertext: &[u8], mistake| {
        attempts.push(Attempt {
            mode,
            ciphertext: ciphertext.to_vec(),
            mistakes: [Some(mistake), *writing],
        });
    };
    read_as(Mode::Ecb, ciphertext, &ECB_MODE);
    for vector in [[0; BLOCK], [b'0'; BLOCK]] {
        read_as(Mode::Cbc(vector), ciphertext, &IV_NOT_SENT);
    }
    attempts
}

/// The vector is the first or the last of the blocks.
fn vector_inside((ciphertext, writing): &Written) -> Vec<Attempt> {
    let first = ciphertext.split_first_chunk();
    let last = ciphertext.split_last_chunk();
    let last = last.map(|(rest, vector)| (vector, rest));
    let inside = first.into_iter().chain(last);
    inside
        .map(|(vector, rest)| Attempt {
            mode: Mode::Cbc(*vector),
            ciphertext: rest.to_vec(),
            mistakes: [Some(&IV_INSIDE_BASE64), *writing],
        })
        .collect()
}

/// The mistake of a value that is one block in Base64 and nothing else: whatever the key, there is
/// no room for a vector.
pub(super) fn lone_block(wire: &str) -> Option<&'static Mistake> {
    (STANDARD.decode(wire).ok()?.len() == BLOCK).then_some(&IV_NOT_SENT)
}

const FIX: &str = "Write the vector's sixteen ASCII characters as they are, directly followed by the \
                   Base64 of the ciphertext alone.";

static ECB_MODE: Mistake = Mistake {
    slug: "ecb-mode",
    explanation: "The value was encrypted in ECB mode, or with a vector of zeros, which is the same \
                  for a short text; in Java, Cipher.getInstance(\"AES\") means ECB.",
    fix: "Encrypt with AES/CBC/PKCS5Padding and the vector that is sent.",
};

static ZERO_IV: Mistake = Mistake {
    slug: "zero-iv",
    explanation: "The value was encrypted with a vector of zeros, not with the one that was sent.",
    fix: "Give the cipher the bytes of the sixteen characters that are sent as the vector.",
};

static IV_OF_ANOTHER_VALUE: Mistake = Mistake {
    slug: "iv-of-another-value",
    explanation: "The value was encrypted with the vector of another value of the answer, not with the \
                  one that was sent.",
    fix: "Draw a vector for each value, encrypt with it, and send it in front of that value.",
};

static IV_NOT_SENT: Mistake = Mistake {
    slug: "iv-not-sent",
    explanation: "The value is the Base64 of the ciphertext alone, without its vector in front.",
    fix: FIX,
};

static IV_INSIDE_BASE64: Mistake = Mistake {
    slug: "iv-inside-base64",
    explanation: "The vector was encoded into the Base64 together with the ciphertext, before or behind \
                  it.",
    fix: FIX,
};

static IV_AS_HEX: Mistake = Mistake {
    slug: "iv-as-hex",
    explanation: "The vector stands in front in 32 hexadecimal digits.",
    fix: FIX,
};

static IV_AS_BASE64: Mistake = Mistake {
    slug: "iv-as-base64",
    explanation: "The vector stands in front as Base64.",
    fix: FIX,
};

static IV_DIVIDED: Mistake = Mistake {
    slug: "iv-divided",
    explanation: "There is a mark between the vector and the Base64 of the ciphertext.",
    fix: FIX,
};

static IV_BEHIND: Mistake = Mistake {
    slug: "iv-behind",
    explanation: "The vector stands behind the Base64 of the ciphertext, not in front of it.",
    fix: FIX,
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    [
        &ECB_MODE,
        &ZERO_IV,
        &IV_OF_ANOTHER_VALUE,
        &IV_NOT_SENT,
        &IV_INSIDE_BASE64,
        &IV_AS_HEX,
        &IV_AS_BASE64,
        &IV_DIVIDED,
        &IV_BEHIND,
    ]
    .into_iter()
}
