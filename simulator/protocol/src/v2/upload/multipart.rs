//! multipart/form-data, as far as uploads need it (RFC 7578).

/// A part of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The name of its field.
    pub name: &'a str,
    /// The name of its file.
    pub file_name: Option<&'a str>,
    /// Its type.
    pub content_type: Option<&'a str>,
    /// What it holds.
    pub body: &'a [u8],
}

/// Why a body is no form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MultipartError {
    /// Another type.
    #[error("Content-Type is `{0}`, not multipart/form-data with a boundary")]
    Type(String),
    /// The boundary that the type names is not there.
    #[error("the body does not hold the boundary that Content-Type names")]
    NoBoundary,
    /// The boundary that ends the form is not there.
    #[error("the body ends without the closing boundary")]
    NoEnd,
    /// The head of a part cannot be read.
    #[error("a part has no Content-Disposition with a name")]
    NoName,
}

/// The boundary that a type names.
pub fn boundary(content_type: &str) -> Result<String, MultipartError> {
    let wrong = || MultipartError::Type(content_type.to_owned());
    let (kind, rest) = content_type.split_once(';').ok_or_else(wrong)?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return Err(wrong());
    }
    let found = parameter(rest, "boundary").ok_or_else(wrong)?;
    Ok(found.to_owned())
}

/// The parts of a body.
pub fn parts<'a>(body: &'a [u8], boundary: &str) -> Result<Vec<Part<'a>>, MultipartError> {
    let first = format!("--{boundary}");
    let next = format!("\r\n{first}");
    let mut rest = if body.starts_with(first.as_bytes()) {
        &body[first.len()..]
    } else {
        let at = find(body, next.as_bytes()).ok_or(MultipartError::NoBoundary)?;
        &body[at + next.len()..]
    };
    let mut found = Vec::new();
    while !rest.starts_with(b"--") {
        let head = find(rest, b"\r\n").ok_or(MultipartError::NoEnd)?;
        let inside = &rest[head..];
        let end = find(inside, next.as_bytes()).ok_or(MultipartError::NoEnd)?;
        found.push(part(&inside[..end])?);
        rest = &inside[end + next.len()..];
    }
    Ok(found)
}

/// A part from the line end before its head.
fn part(text: &[u8]) -> Result<Part<'_>, MultipartError> {
    let end = find(text, b"\r\n\r\n").ok_or(MultipartError::NoName)?;
    let head = std::str::from_utf8(&text[..end]).map_err(|_| MultipartError::NoName)?;
    let header = |wanted: &str| {
        let mut lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
        lines
            .find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))
            .map(|(_, value)| value.trim())
    };
    let disposition = header("content-disposition").ok_or(MultipartError::NoName)?;
    Ok(Part {
        name: parameter(disposition, "name").ok_or(MultipartError::NoName)?,
        file_name: parameter(disposition, "filename"),
        content_type: header("content-type"),
        body: &text[end + 4..],
    })
}

/// The value of a parameter behind semicolons, with or without quotes.
fn parameter<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let mut pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
    let value = value.trim();
    let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    Some(bare.unwrap_or(value)).filter(|value| !value.is_empty())
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|one| one == wanted)
}

/// A body of those parts.
pub fn write(boundary: &str, parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let name = part.name;
        body.extend(
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"").bytes(),
        );
        if let Some(file) = part.file_name {
            body.extend(format!("; filename=\"{file}\"").bytes());
        }
        if let Some(kind) = part.content_type {
            body.extend(format!("\r\nContent-Type: {kind}").bytes());
        }
        body.extend(b"\r\n\r\n");
        body.extend(part.body);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").bytes());
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_they_were_written() {
        let sent = [
            Part {
                name: "a",
                file_name: None,
                content_type: None,
                body: b"",
            },
            Part {
                name: "file",
                file_name: Some("x.lic"),
                content_type: Some("text/plain"),
                body: b"1\r\n\r\n--2",
            },
        ];
        let body = write("b", &sent);
        assert_eq!(parts(&body, "b").unwrap(), sent);
        let cut = &body[..body.len() - 8];
        assert_eq!(parts(cut, "b"), Err(MultipartError::NoEnd));
        assert_eq!(parts(&body, "c"), Err(MultipartError::NoBoundary));
        let with_preamble = [b"note\r\n".as_slice(), &body].concat();
        assert_eq!(parts(&with_preamble, "b").unwrap(), sent);
    }

    #[test]
    fn the_boundary_is_read_with_and_without_quotes() {
        let of = |text| boundary(text).ok();
        assert_eq!(of("multipart/form-data; boundary=x"), Some("x".to_owned()));
        let quoted = "Multipart/Form-Data; charset=utf-8; boundary=\"x y\"";
        assert_eq!(of(quoted), Some("x y".to_owned()));
        for wrong in [
            "application/json",
            "multipart/form-data",
            "multipart/form-data; boundary=",
        ] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
