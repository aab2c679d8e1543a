//! A seller that tells all it knows, in every form in which a secret travels. The tests of the console
//! use it too.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

/// The access key.
pub(super) const KEY: &str = "fake key/\"+中&=1";
/// The login's name.
pub(super) const MAIL: &str = "boss+shop@seller.example";
/// The login's password.
pub(super) const PASSWORD: &str = "Pa\"ss/wörd+&1";
/// The number that the buyer's purchases carry.
const PHONE: &str = "13800138000";

/// A secret as it is and in every coding in which it travels.
fn forms(secret: &str) -> Vec<String> {
    let percent = |keep: fn(u8) -> bool, upper: bool| -> String {
        let coded = |byte: u8| match (keep(byte), upper) {
            (true, _) => char::from(byte).to_string(),
            (false, true) => format!("%{byte:02X}"),
            (false, false) => format!("%{byte:02x}"),
        };
        secret.bytes().map(coded).collect()
    };
    let alone = |byte: u8| byte.is_ascii_alphanumeric();
    let json = serde_json::to_string(secret).unwrap();
    let json = json[1..json.len() - 1].to_owned();
    let escaped: String = json
        .chars()
        .map(|letter| {
            if letter.is_ascii() {
                letter.to_string()
            } else {
                format!("\\u{:04x}", u32::from(letter))
            }
        })
        .collect();
    let mut all = vec![
        secret.to_owned(),
        percent(alone, true),
        percent(alone, false),
        percent(alone, true).replace("%20", "+"),
        json,
        escaped,
        STANDARD.encode(secret),
        STANDARD_NO_PAD.encode(secret),
        URL_SAFE.encode(secret),
        URL_SAFE_NO_PAD.encode(secret),
    ];
    all.sort();
    all.dedup();
    all
}

/// Every secret in every form.
pub(super) fn every_form() -> Vec<String> {
    [KEY, MAIL, PASSWORD, PHONE]
        .into_iter()
        .flat_map(forms)
        .collect()
}

fn serve(mut stream: TcpStream, number: usize, answer: fn(usize) -> String) {
    let mut seen = Vec::new();
    let mut byte = [0];
    while !seen.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => seen.push(byte[0]),
            _ => return,
        }
    }
    let _ = stream.write_all(answer(number).as_bytes());
}

/// Listens, and gives each call the answer of its number; tells the address.
pub(super) fn listen(answer: fn(usize) -> String) -> String {
    static ANSWERS: AtomicUsize = AtomicUsize::new(0);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let number = ANSWERS.fetch_add(1, Ordering::Relaxed);
            thread::spawn(move || serve(stream, number, answer));
        }
    });
    format!("http://{address}/produceAPI")
}
