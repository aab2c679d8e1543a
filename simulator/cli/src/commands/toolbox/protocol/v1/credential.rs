//! Encrypting and decrypting credentials [v1 §4].

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::Key;
use galleria_protocol::cipher::{self, EncryptType, IV_LEN};
use galleria_protocol::json;
use galleria_protocol::mistake::{self, Context, Credential};
use galleria_protocol::v1::answer::{credentials, encrypt_type};

use crate::commands::toolbox::protocol::Known;
use crate::commands::toolbox::working::{Verdict, Working};
use crate::error::CliError;

/// The longest userName or password, in characters.
const LONGEST: usize = 128;

/// Encrypts a text.
pub(super) fn encrypt(key: &Key, kind: EncryptType, iv: &[u8; IV_LEN], text: &str) -> Working {
    let mut working = Working::new("value");
    let wire = cipher::encrypt(key, kind, iv, text);
    let (vector, base64) = wire.split_at(IV_LEN);
    let bytes = text.len();
    working.count(
        "text_bytes",
        "Text",
        bytes,
        format!("{bytes} bytes of UTF-8"),
    );
    cipher_steps(kind, &mut working);
    working.text("iv", "Vector: the bytes of these characters", vector);
    working.text("ciphertext", "Base64 of the ciphertext", base64);
    working.text("value", "Value: vector, then Base64", &wire);
    length(&wire, &mut working);
    if text.is_empty() {
        working.note("the text is empty: leave the member out instead");
    }
    working.made(wire);
    working
}

fn cipher_steps(kind: EncryptType, working: &mut Working) {
    let (bits, code) = (kind.bits(), kind.code());
    let name = format!("AES-{bits} in CBC mode with PKCS#5 padding (encryptType {code})");
    working.text("cipher", "Cipher", name);
    let recipe = format!("the first {} bytes of SHA1PRNG(<access key>)", bits / 8);
    working.text("aes_key", "AES key", recipe);
}

fn length(wire: &str, working: &mut Working) {
    let length = wire.chars().count();
    let shown = if length > LONGEST {
        format!("{length} characters: too long for userName and password, which may have {LONGEST}")
    } else {
        format!("{length} characters; userName and password may have {LONGEST}")
    };
    working.count("length", "Length", length, shown);
}

/// Decrypts a value.
pub(super) fn decrypt(key: &Key, kind: EncryptType, wire: &str, known: &Known<'_>) -> Working {
    let mut working = Working::new("value");
    steps(key, kind, wire, &context(known, &[]), &mut working);
    working
}

/// What is known beside a value: other keys, and the other values of its answer.
fn context<'a>(known: &Known<'a>, other_values: &'a [&'a str]) -> Context<'a> {
    Context {
        other_keys: known.other_keys,
        other_values,
        ..Context::default()
    }
}

/// Decrypts the credentials of an answer. One that is too long for its field fails as well.
pub(super) fn decrypt_answer(
    key: &Key,
    kind: Option<EncryptType>,
    body: &[u8],
    known: &Known<'_>,
) -> Result<Vec<Working>, CliError> {
    let read = json::object(body);
    let object = match &read {
        Ok(object) => object,
        Err(flaw) => flaw
            .object()
            .ok_or_else(|| CliError::usage(flaw.to_string()))?,
    };
    let kind = kind.unwrap_or_else(|| encrypt_type(object));
    let found = credentials(object);
    if found.is_empty() {
        return Err(CliError::usage(
            "the answer holds no userName or password, neither in appInfo nor in info[].appInfo",
        ));
    }
    let all: Vec<&str> = found.iter().map(|(_, wire)| *wire).collect();
    let working = |(field, wire): (String, &str)| {
        let mut working = Working::new(field);
        if wire.is_empty() {
            working.note("the value is empty: there is nothing to decrypt");
            working.verdict = Some(Verdict::right("it is empty, as if it were left out"));
            return working;
        }
        let others: Vec<&str> = all.iter().copied().filter(|other| *other != wire).collect();
        steps(key, kind, wire, &context(known, &others), &mut working);
        if working.fits() && wire.chars().count() > LONGEST {
            let says = format!("it decrypts, but is longer than {LONGEST} characters");
            let fix = "Take a shorter name or password: 79 bytes of text at most.";
            working.verdict = Some(Verdict::wrong(says).fix(fix));
        }
        working
    };
    Ok(found.into_iter().map(working).collect())
}

fn steps(key: &Key, kind: EncryptType, wire: &str, context: &Context<'_>, working: &mut Working) {
    let found = mistake::of_credential(key, kind, wire, context);
    length(wire, working);
    cipher_steps(kind, working);
    // The start of a value in clear is no vector, and a secret.
    if found != Credential::InClear {
        parts(wire, working);
    }
    if !matches!(found, Credential::Encrypted(_))
        && let Err(error) = cipher::decrypt(key, kind, wire)
    {
        working.text("stumbles", "It does not decrypt", error.to_string());
    }
    working.verdict = Some(match found {
        Credential::Encrypted(plain) => {
            working.text("text", "Text", &plain);
            working.made(plain);
            Verdict::right("it decrypts under this key")
        }
        Credential::InClear => Verdict::wrong("it is no ciphertext: it stands in clear")
            .fix("Encrypt it; `galleria encrypt` shows how, and what your code must come to."),
        Credential::Undecryptable(diagnosis) => {
            Verdict::wrong("it does not decrypt under this key").because(&diagnosis)
        }
    });
}

/// The two parts of a value.
fn parts(wire: &str, working: &mut Working) {
    let (vector, rest) = wire.split_at_checked(IV_LEN).unwrap_or((wire, ""));
    working.text("iv", "Vector: the first 16 characters", vector);
    let heading = "Ciphertext: the rest, as Base64";
    match STANDARD.decode(rest) {
        Ok(bytes) => {
            let whole = if bytes.len().is_multiple_of(IV_LEN) {
                format!("blocks of {IV_LEN}")
            } else {
                format!("not whole blocks of {IV_LEN}")
            };
            let shown = format!("{} bytes, {whole}", bytes.len());
            working.count("ciphertext_bytes", heading, bytes.len(), shown);
        }
        Err(error) => {
            let told = format!("no standard Base64 with padding: {error}");
            working.text("ciphertext", heading, told);
        }
    }
}
