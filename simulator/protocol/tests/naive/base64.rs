//! Base64 by the definition of RFC 4648: six bits a letter.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let bits = bytes
        .iter()
        .map(|byte| format!("{byte:08b}"))
        .collect::<Vec<_>>()
        .concat();
    let mut text = String::new();
    for six in bits.as_bytes().chunks(6) {
        let six = format!("{:0<6}", String::from_utf8_lossy(six));
        let number = usize::from_str_radix(&six, 2).expect("six bits are a number");
        text.push(char::from(LETTERS[number]));
    }
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}
