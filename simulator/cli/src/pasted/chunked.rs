//! A body that still is in the chunks in which it was sent.

use httparse::{Status, parse_chunk_size};

/// The bytes of a chunked body; `None` where the bytes are no chunks, as where curl has joined them
/// already.
pub(super) fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let Ok(Status::Complete((line, size))) = parse_chunk_size(chunks) else {
            return None;
        };
        let rest = &chunks[line..];
        if size == 0 {
            return Some(body);
        }
        let (chunk, behind) = rest.split_at_checked(usize::try_from(size).ok()?)?;
        body.extend_from_slice(chunk);
        chunks = behind.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_other_bytes_are_left_alone() {
        let body = joined(b"2\r\n{\"\r\n5;x=y\r\na\":1}\r\n0\r\n\r\n");
        assert_eq!(body.as_deref(), Some(&b"{\"a\":1}"[..]));
        for bytes in [&b"{}"[..], b"", b"9\r\nab\r\n0\r\n\r\n", b"2\r\nab"] {
            assert_eq!(joined(bytes), None);
        }
    }
}
