//! The head of an answer, read from its bytes so that every name keeps the case it was sent in.

use serde::{Deserialize, Serialize};

/// One header line as it stood on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The name, in the case in which it was sent.
    pub name: String,
    /// The value, without the white space around it; bytes that are not UTF-8 are replaced.
    pub value: String,
}

/// Where the head at the start of `bytes` ends (behind the empty line), if it does.
/// Looks from `from` on, so that bytes already searched are not searched again.
pub fn end(bytes: &[u8], from: usize) -> Option<usize> {
    let start = from.saturating_sub(3);
    let mut at = start;
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == b'\n') {
        let next = at + found + 1;
        match bytes.get(next..) {
            Some([b'\n', ..]) => return Some(next + 1),
            Some([b'\r', b'\n', ..]) => return Some(next + 2),
            _ => at = next,
        }
    }
    None
}

/// The status line and the headers of a head; lines that are no `name: value` are left out.
pub fn read(head: &[u8]) -> (String, Vec<Header>) {
    let mut lines = head
        .split(|&byte| byte == b'\n')
        .map(<[u8]>::trim_ascii_end);
    let status = lines.next().unwrap_or_default();
    let headers = lines.filter_map(header).collect();
    (text(status), headers)
}

fn header(line: &[u8]) -> Option<Header> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let name = text(line[..colon].trim_ascii_end());
    Some(Header {
        name,
        value: text(line[colon + 1..].trim_ascii()),
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_case_and_values_lose_their_margins() {
        let head = b"HTTP/1.1 200 OK\r\nBody-sign:  a=\"b\" \r\nX:\r\nnonsense\r\n\r\n";
        let (status, headers) = read(head);
        assert_eq!(status, "HTTP/1.1 200 OK");
        let pairs: Vec<_> = headers
            .iter()
            .map(|h| (h.name.as_str(), h.value.as_str()))
            .collect();
        assert_eq!(pairs, [("Body-sign", "a=\"b\""), ("X", "")]);
    }

    #[test]
    fn the_end_is_found_however_the_bytes_arrive() {
        let whole = b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody";
        for cut in 0..whole.len() {
            let early = end(&whole[..cut], 0);
            assert_eq!(early, (cut >= 25).then_some(25), "cut at {cut}");
            assert_eq!(
                end(whole, cut.min(24)),
                Some(25),
                "searched before up to {cut}"
            );
        }
    }

    #[test]
    fn bare_line_feeds_end_a_head_too() {
        assert_eq!(end(b"HTTP/1.1 200 OK\nA: b\n\nbody", 0), Some(22));
    }
}
