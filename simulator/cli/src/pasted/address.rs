//! An address, a query or a request line.

use url::Url;

use super::{PasteError, Request, of_curl};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];

/// Marks that people put around an address.
const AROUND: [char; 5] = ['"', '\'', '`', '<', '>'];

/// Reads an address, a query with or without its `?`, a line of a log such as `GET /path?a=b
/// HTTP/1.1`, or a curl command.
pub(crate) fn of_text(text: &str) -> Result<Request, PasteError> {
    let text = text.trim().trim_start_matches('\u{feff}');
    if text.is_empty() {
        return Err(PasteError::Empty);
    }
    let mut words = text.trim_start_matches("$ ").split_whitespace();
    let first = words.next().unwrap_or_default();
    if first == "curl" && words.next().is_some() {
        return of_curl(text);
    }
    let text = text.trim_matches(AROUND);
    let (method, target) = match text.split_once(' ') {
        Some((method, rest)) if METHODS.contains(&method) => (method, without_version(rest)),
        _ => ("GET", text),
    };
    let mut request = of_address(target)?;
    method.clone_into(&mut request.method);
    Ok(request)
}

/// What stands before the version in a request line.
fn without_version(rest: &str) -> &str {
    match rest.trim().rsplit_once(' ') {
        Some((target, version)) if version.starts_with("HTTP/") => target.trim(),
        _ => rest.trim(),
    }
}

/// Reads an address or a query.
pub(super) fn of_address(text: &str) -> Result<Request, PasteError> {
    let mut notes = Vec::new();
    let mut whole = text.to_owned();
    if whole.contains(['\r', '\n']) {
        whole = whole.split(['\r', '\n']).map(str::trim).collect();
        notes.push("line ends within the address were left out".to_owned());
    }
    if is_html(&whole) {
        whole = whole.replace("&amp;", "&");
        notes.push("&amp; was read as &: the address was copied out of HTML".to_owned());
    }
    let whole = whole.split_once('#').map_or(&*whole, |(before, _)| before);
    let (address, query) = divided(whole)?;
    if address.contains("://") {
        check(address)?;
    }
    let mut request = Request::get(address, query);
    request.notes = notes;
    Ok(request)
}

/// Whether the marks between parameters are those of HTML.
fn is_html(query: &str) -> bool {
    query.contains("&amp;")
}

/// What stands before the `?`, and behind it.
fn divided(text: &str) -> Result<(&str, &str), PasteError> {
    if let Some((address, query)) = text.split_once('?') {
        return Ok((address, query));
    }
    let before_value = text.split_once('=').map_or(text, |(before, _)| before);
    if before_value.contains("://") || text.starts_with('/') {
        Ok((text, ""))
    } else if text.contains('=') {
        Ok(("", text))
    } else {
        Err(PasteError::NotARequest(start(text)))
    }
}

/// An address must be one that a client can call.
fn check(address: &str) -> Result<(), PasteError> {
    let bad = |reason: String| PasteError::BadAddress {
        address: start(address),
        reason,
    };
    let url = Url::parse(address).map_err(|error| bad(error.to_string()))?;
    if matches!(url.scheme(), "http" | "https") {
        Ok(())
    } else {
        Err(bad("it starts with neither http:// nor https://".to_owned()))
    }
}

/// The start of a text, to show.
pub(super) fn start(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(SHOWN).collect();
    let more = if letters.next().is_some() { "..." } else { "" };
    format!("{shown}{more}").replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String, String) {
        let request = of_text(text).unwrap();
        (request.method, request.address, request.query)
    }

    #[test]
    fn addresses_queries_and_request_lines_are_told_apart() {
        for (text, address, query) in [
            (
                "https://a.example/p?a=1&b=%2B",
                "https://a.example/p",
                "a=1&b=%2B",
            ),
            (" 'https://a.example?a=1' \n", "https://a.example", "a=1"),
            ("<http://a.example/p?a=1#top>", "http://a.example/p", "a=1"),
            ("?a=1&b=2", "", "a=1&b=2"),
            ("a=1&b=https://c", "", "a=1&b=https://c"),
            ("/produceAPI?a=b=c?d", "/produceAPI", "a=b=c?d"),
            ("GET /produceAPI?a=1 HTTP/1.1", "/produceAPI", "a=1"),
            ("https://a.example/p", "https://a.example/p", ""),
        ] {
            let expected = ("GET".to_owned(), address.to_owned(), query.to_owned());
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("POST /x?a=1").0, "POST");
    }

    #[test]
    fn what_happened_on_the_way_is_noted() {
        let request = of_text("https://a.example/?a=1&amp;b=2&\n  c=3").unwrap();
        assert_eq!(request.query, "a=1&b=2&c=3");
        assert_eq!(request.notes.len(), 2);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        assert!(matches!(of_text(" \n"), Err(PasteError::Empty)));
        assert!(matches!(
            of_text("nonsense"),
            Err(PasteError::NotARequest(_))
        ));
        for text in ["ftp://a.example/?a=1", "https://?a=1", "http://a b/?a=1"] {
            let error = of_text(text).unwrap_err();
            assert!(matches!(error, PasteError::BadAddress { .. }), "{text}");
        }
    }
}
