//! A request with its head, as a proxy, a tunnel or a server's log keeps it.

use galleria_marketplace::delivery::{Header, head};

use super::{PasteError, Request, chunked, of_text};

/// Reads one request. Without an empty line behind the head there is no body.
pub(crate) fn of_request(bytes: &[u8]) -> Result<Request, PasteError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(PasteError::Empty);
    }
    let end = head::end(bytes, 0).ok_or(PasteError::NoHeadEnd)?;
    let (head, body) = bytes.split_at(end);
    let (line, headers) = head::read(head);
    if !line.contains(" HTTP/") || line.starts_with("HTTP/") {
        return Err(PasteError::NotARequestMessage);
    }
    let mut request = of_text(&line)?;
    request.headers = headers;
    request.body = Some(measured(body, &mut request));
    Ok(request)
}

/// The body as long as the head tells it.
fn measured(body: &[u8], request: &mut Request) -> Vec<u8> {
    let find = |name: &str| {
        let mut headers = request.headers.iter();
        let header = headers.find(|header: &&Header| header.name.eq_ignore_ascii_case(name));
        header.map(|header| header.value.to_lowercase())
    };
    let chunked = find("Transfer-Encoding").is_some_and(|coding| coding.contains("chunked"));
    if let Some(joined) = chunked.then(|| chunked::joined(body)).flatten() {
        request
            .notes
            .push("the body's chunks were joined".to_owned());
        return joined;
    }
    let told = find("Content-Length").and_then(|text| text.parse::<usize>().ok());
    let there = body.len();
    match told {
        Some(told) if there > told => {
            request.notes.push(format!(
                "Content-Length tells {told} bytes and {there} are there: the first {told} are \
                 taken (an editor may have added a line end)"
            ));
            body[..told].to_vec()
        }
        Some(told) if there < told => {
            request.notes.push(format!(
                "Content-Length tells {told} bytes and {there} are there: the file was cut or its \
                 line ends were changed, so the signature cannot fit"
            ));
            body.to_vec()
        }
        _ => body.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_headers_and_body_are_read() {
        let sent =
            b"POST /p?a=1 HTTP/1.1\r\nHost: a\r\nX-Sign: 00\r\nContent-Length: 2\r\n\r\n{}\n";
        let request = of_request(sent).unwrap();
        assert_eq!((&*request.method, &*request.query), ("POST", "a=1"));
        assert_eq!(request.headers[1].name, "X-Sign");
        assert_eq!(request.body.as_deref(), Some(&b"{}"[..]));
        assert_eq!(request.notes.len(), 1);
        let chunked = b"POST /p HTTP/1.1\nTransfer-Encoding: Chunked\n\n2\r\n{}\r\n0\r\n\r\n";
        assert_eq!(
            of_request(chunked).unwrap().body.as_deref(),
            Some(&b"{}"[..])
        );
    }

    #[test]
    fn what_is_no_request_is_refused() {
        assert!(matches!(of_request(b" \n"), Err(PasteError::Empty)));
        assert!(matches!(
            of_request(b"POST / HTTP/1.1"),
            Err(PasteError::NoHeadEnd)
        ));
        for other in [&b"HTTP/1.1 200 OK\n\n{}"[..], b"{}\n\n"] {
            let error = of_request(other).unwrap_err();
            assert!(matches!(error, PasteError::NotARequestMessage), "{error}");
        }
    }
}
