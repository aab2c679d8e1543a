//! Whatever is pasted is read or refused: nothing panics.

use super::{of_curl, of_har, of_message, of_text};

const CURL: &str = "curl -sX GET $'https://a.example/p?a=1\\u0026b=%2B' -H \"A: b\" --data-urlencode 'c=d e' -G | jq .";
const MESSAGE: &str = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\
                       Content-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
const HAR: &str = r#"{"log":{"entries":[{"request":{"method":"GET","url":"https://a/?b=1"},"response":{"status":200,"content":{"text":"e30=","encoding":"base64"}}}]}}"#;

/// The text cut at every byte, and with every byte replaced by each of a few nasty ones.
fn damaged(text: &str) -> Vec<Vec<u8>> {
    let bytes = text.as_bytes();
    let cut = (0..=bytes.len()).map(|end| bytes[..end].to_vec());
    let replaced = (0..bytes.len()).flat_map(|at| {
        b"\xff\0\n'\"\\%&=?@-".iter().map(move |nasty| {
            let mut bytes = bytes.to_vec();
            bytes[at] = *nasty;
            bytes
        })
    });
    cut.chain(replaced).collect()
}

#[test]
fn nothing_that_is_pasted_makes_a_panic() {
    for sample in [CURL, MESSAGE, HAR] {
        let mut read = 0;
        for bytes in damaged(sample) {
            let text = String::from_utf8_lossy(&bytes);
            read += usize::from(of_text(&text).is_ok());
            read += usize::from(of_curl(&text).is_ok());
            read += usize::from(of_message(&bytes).is_ok());
            read += usize::from(of_har(&bytes, None, |_| true).is_ok());
        }
        assert!(read > 0, "{sample}");
    }
}
