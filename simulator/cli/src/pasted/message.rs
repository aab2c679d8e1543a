//! An answer with its head, as `curl -i` writes it.

use galleria_marketplace::delivery::head;

use super::{Answer, PasteError, chunked};

/// Reads one answer. Heads that stand before its own are passed over: `100 Continue`, a proxy's
/// consent, redirects that were followed.
pub(crate) fn of_message(bytes: &[u8]) -> Result<Answer, PasteError> {
    let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    refuse(rest)?;
    let mut heads = 0;
    let (status, headers) = loop {
        let end = head::end(rest, 0).ok_or(PasteError::NoHeadEnd)?;
        let (head, behind) = rest.split_at(end);
        rest = behind;
        heads += 1;
        if !rest.starts_with(b"HTTP/") {
            break head::read(head);
        }
    };
    let mut answer = Answer {
        names_lost: status.starts_with("HTTP/2") || status.starts_with("HTTP/3"),
        status: Some(status),
        headers,
        body: rest.to_vec(),
        notes: Vec::new(),
    };
    if heads > 1 {
        let note = format!("{heads} heads stand before the body; the last is the answer's");
        answer.notes.push(note);
    }
    if !unchunk(&mut answer) {
        measure(&mut answer);
    }
    note_encoding(&mut answer);
    Ok(answer)
}

/// Refuses what is something else than an answer with its head.
fn refuse(bytes: &[u8]) -> Result<(), PasteError> {
    let verbose = |line: &[u8]| line.starts_with(b"< HTTP/") || line.starts_with(b"> GET ");
    if bytes.starts_with(b"HTTP/") {
        Ok(())
    } else if bytes.trim_ascii().is_empty() {
        Err(PasteError::Empty)
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        Err(PasteError::Utf16)
    } else if bytes.split(|byte| *byte == b'\n').any(verbose) {
        Err(PasteError::Verbose)
    } else {
        Err(PasteError::NotAMessage)
    }
}

/// Joins the chunks of a body that still is in them.
fn unchunk(answer: &mut Answer) -> bool {
    let coding = answer.header("Transfer-Encoding");
    if !coding.is_some_and(|coding| coding.to_lowercase().contains("chunked")) {
        return false;
    }
    if let Some(body) = chunked::joined(&answer.body) {
        answer.body = body;
        answer
            .notes
            .push("the body's chunks were joined".to_owned());
    }
    true
}

/// Holds the body against the length that the head tells.
fn measure(answer: &mut Answer) {
    let told = answer
        .header("Content-Length")
        .and_then(|text| text.parse().ok());
    let (Some(told), there) = (told, answer.body.len()) else {
        return;
    };
    if there > told {
        answer.body.truncate(told);
        answer.notes.push(format!(
            "Content-Length tells {told} bytes and {there} are there: the first {told} are taken \
             (an editor may have added a line end)"
        ));
    } else if there < told {
        answer.notes.push(format!(
            "Content-Length tells {told} bytes and {there} are there: the file was cut or its line \
             ends were changed, so the signature cannot fit"
        ));
    }
}

/// A compressed body is not what was signed.
fn note_encoding(answer: &mut Answer) {
    let coding = answer.header("Content-Encoding").unwrap_or("identity");
    if !coding.eq_ignore_ascii_case("identity") && str::from_utf8(&answer.body).is_err() {
        answer.notes.push(format!(
            "the body is compressed ({coding}): save it without an Accept-Encoding header, and do \
             not compress what the marketplace asks for"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Answer {
        of_message(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn line_ends_of_either_kind_divide_head_and_body() {
        for text in [
            "HTTP/1.1 200 OK\r\nBody-Sign: x\r\n\r\n{}\r\n",
            "HTTP/1.1 200 OK\nBody-Sign: x\n\n{}\r\n",
        ] {
            let answer = read(text);
            assert_eq!(answer.status.as_deref(), Some("HTTP/1.1 200 OK"));
            assert_eq!(answer.header("body-sign"), Some("x"));
            assert_eq!(answer.headers[0].name, "Body-Sign");
            assert_eq!(answer.body, b"{}\r\n");
            assert!(answer.notes.is_empty() && !answer.names_lost);
        }
    }

    #[test]
    fn heads_before_the_answers_own_are_passed_over() {
        let answer = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\nbody-sign: x\r\n\r\n{}");
        assert_eq!(answer.status.as_deref(), Some("HTTP/2 200"));
        assert!(answer.names_lost && answer.notes[0].starts_with("2 heads"));
    }

    #[test]
    fn chunks_are_joined_where_they_are_left() {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert_eq!(read(&format!("{head}2\r\n{{}}\r\n0\r\n\r\n")).body, b"{}");
        assert_eq!(read(&format!("{head}{{}}")).body, b"{}");
    }

    #[test]
    fn the_told_length_is_held_against_the_body() {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";
        let longer = read(&format!("{head}{{ }}\n"));
        assert_eq!(
            (longer.body.as_slice(), longer.notes.len()),
            (&b"{ }"[..], 1)
        );
        assert!(read(&format!("{head}{{")).notes[0].contains("was cut"));
    }

    #[test]
    fn what_is_no_answer_with_its_head_is_told() {
        let fails = |bytes: &[u8]| of_message(bytes).unwrap_err();
        assert!(matches!(fails(b" \n"), PasteError::Empty));
        assert!(matches!(fails(b"{}"), PasteError::NotAMessage));
        assert!(matches!(fails(b"\x00\x01\xff"), PasteError::NotAMessage));
        assert!(matches!(
            fails(b"HTTP/1.1 200 OK\r\nA: b"),
            PasteError::NoHeadEnd
        ));
        assert!(matches!(fails(b"\xff\xfeH\0T\0"), PasteError::Utf16));
        assert!(matches!(
            fails(b"* Trying\n> GET / HTTP/1.1\n"),
            PasteError::Verbose
        ));
    }
}
