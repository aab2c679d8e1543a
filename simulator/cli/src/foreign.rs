//! Everything that reads what somebody else wrote, as functions of bytes: a seller's answers, and the
//! files and pastes of users.
//!
//! Whatever the bytes are, nothing here may panic, hang or contradict itself. The targets in `fuzz/`
//! look for bytes that make it; a test plays the corpus that is kept there.

use galleria_marketplace::delivery::{Header, head};
use galleria_marketplace::transcript::signature;
use galleria_protocol::cipher::{self, EncryptType};
use galleria_protocol::mistake::{self, Context};
use galleria_protocol::{Key, body_sign, json};
use galleria_scenarios::fuzz::crash;
use galleria_scenarios::{cases, profile, scenario};

use crate::{config, pasted};

/// Reads bytes as one kind of thing.
pub type Reader = fn(&[u8]);

/// Every reader, under the name of its target and of the folder of its corpus.
pub const READERS: [(&str, Reader); 10] = [
    ("http_head", http_head),
    ("body_sign", body_sign_header),
    ("json_answer", json_answer),
    ("ciphertext", ciphertext),
    ("scenario_toml", scenario_toml),
    ("profile_toml", profile_toml),
    ("case_file", case_file),
    ("galleria_toml", galleria_toml),
    ("pasted_call", pasted_call),
    ("pasted_har", pasted_har),
];

/// The key under which everything is read.
const KEY: &str = "obviously-fake-access-key";

/// The head of an HTTP answer.
///
/// # Panics
/// Where a head ends behind the bytes, or a name holds what ends it.
pub fn http_head(bytes: &[u8]) {
    let end = head::end(bytes, 0).unwrap_or(bytes.len());
    let (_, headers) = head::read(&bytes[..end]);
    for Header { name, value } in &headers {
        assert!(!name.contains([':', '\n']), "{name:?}");
        assert!(!value.contains('\n'), "{value:?}");
    }
    let _ = signature::read(&Key::new(KEY), &headers, &bytes[end..], &Context::default());
}

/// The value of a Body-Sign header: the first line; the rest is the body that it signs.
///
/// # Panics
/// Where the body's own signature is not taken for right.
pub fn body_sign_header(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let value = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let body = parts.next().unwrap_or_default();
    let key = Key::new(KEY);
    let parsed = body_sign::parse(&value);
    if let Some(signature) = &parsed.signature {
        let _ = mistake::of_body_sign(&key, signature, body, &Context::default());
    }
    let own = body_sign::parse(&body_sign::header_value(&key, body));
    assert!(own.flaws.is_empty() && own.fits(&key, body), "{own:?}");
}

/// The body of an answer.
///
/// # Panics
/// Where a body is taken for one object that is none to `serde_json`.
pub fn json_answer(bytes: &[u8]) {
    if let Ok(object) = json::object(bytes) {
        let plain: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
        assert!(plain.is_ok_and(|plain| plain.is_object()), "{object:?}");
    }
    let _ = mistake::of_cut_body(bytes);
    let _ = mistake::of_surrounded_body(bytes);
}

/// A login as a seller sends it.
///
/// # Panics
/// Where a text does not come out of its own encryption as it went in.
pub fn ciphertext(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let key = Key::new(KEY);
    for bits in EncryptType::ALL {
        let _ = cipher::decrypt(&key, bits, &text);
        let _ = mistake::of_credential(&key, bits, &text, &Context::default());
        let wire = cipher::encrypt(&key, bits, b"0123456789abcdef", &text);
        let plain = cipher::decrypt(&key, bits, &wire);
        assert_eq!(plain.as_deref(), Ok(text.as_ref()));
    }
}

/// A scenario of the user's, or a failing history that was kept.
///
/// # Panics
/// Where a scenario that was read is written as one that is none.
pub fn scenario_toml(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = crash::parse("mine", "mine.toml", &text);
    if let Ok(read) = scenario::read("mine", "mine.toml", &text) {
        let written = scenario::write(&read, "");
        let again = scenario::read("mine", "mine.toml", &written);
        assert!(again.is_ok(), "{:?}\n{written}", again.err());
    }
}

/// A rule book of the user's.
pub fn profile_toml(bytes: &[u8]) {
    let _ = profile::read("mine", "mine.toml", &String::from_utf8_lossy(bytes));
}

/// A case of the debug step, in TOML or JSON.
pub fn case_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = cases::read("mine.toml", &text);
    let _ = cases::read_json("mine.json", &text);
}

/// A `galleria.toml`.
pub fn galleria_toml(bytes: &[u8]) {
    let _ = config::check(&String::from_utf8_lossy(bytes));
}

/// A pasted address, curl command, request or answer.
pub fn pasted_call(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = pasted::of_text(&text);
    let _ = pasted::of_curl(&text);
    let _ = pasted::of_request(bytes);
    let _ = pasted::of_message(bytes);
}

/// A browser's HAR file.
pub fn pasted_har(bytes: &[u8]) {
    let _ = pasted::of_har(bytes, None, |_| true);
    let _ = pasted::of_har(bytes, Some(1), |_| true);
}
