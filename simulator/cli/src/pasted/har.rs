//! A browser's HAR file: one of its calls, with the answer.

use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use galleria_marketplace::delivery::Header;
use serde::Deserialize;

use super::address::{of_address, start};
use super::{Answer, PasteError, Request};

/// How many entries are listed where one must be chosen.
const LISTED: usize = 20;

/// One call of a HAR file.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its number in the file, from 1.
    pub(crate) number: usize,
    /// The call.
    pub(crate) request: Request,
    /// The answer; absent where the file does not hold its body.
    pub(crate) answer: Option<Answer>,
    /// The body of the answer before this one.
    pub(crate) previous_body: Option<Vec<u8>>,
}

/// Reads the entry of that number, or the only one that `is_meant` says may be meant.
pub(crate) fn of_har(
    bytes: &[u8],
    wanted: Option<usize>,
    is_meant: impl Fn(&Request) -> bool,
) -> Result<Entry, PasteError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: File =
        serde_json::from_slice(bytes).map_err(|error| PasteError::NotHar(error.to_string()))?;
    let entries = file.log.entries;
    let number = match wanted {
        Some(wanted) if (1..=entries.len()).contains(&wanted) => wanted,
        _ if entries.is_empty() => return Err(PasteError::NoEntries),
        Some(wanted) => {
            let count = entries.len();
            return Err(PasteError::NoSuchEntry { wanted, count });
        }
        None => only(&entries, is_meant)?,
    };
    let before = number.checked_sub(2).and_then(|at| entries.get(at));
    Ok(Entry {
        number,
        request: request(&entries[number - 1].request)?,
        answer: answer(number, &entries[number - 1].response)?,
        previous_body: match before {
            Some(entry) => body(number - 1, &entry.response.content)?,
            None => None,
        },
    })
}

/// The number of the only entry that may be meant.
fn only(entries: &[HarEntry], is_meant: impl Fn(&Request) -> bool) -> Result<usize, PasteError> {
    let fits = |entry: &HarEntry| request(&entry.request).is_ok_and(|request| is_meant(&request));
    let all: Vec<(usize, &HarEntry)> = (1..).zip(entries).collect();
    let mut meant: Vec<_> = all.iter().filter(|(_, entry)| fits(entry)).collect();
    if meant.is_empty() {
        meant = all.iter().collect();
    }
    if let [(number, _)] = meant[..] {
        return Ok(*number);
    }
    let mut list = String::new();
    for (number, entry) in meant.iter().take(LISTED) {
        let address = entry.request.url.split('?').next().unwrap_or_default();
        let _ = write!(
            list,
            "\n  {number}  {} {}",
            entry.request.method,
            start(address)
        );
    }
    if meant.len() > LISTED {
        let _ = write!(list, "\n  and {} more", meant.len() - LISTED);
    }
    let count = meant.len();
    Err(PasteError::SeveralEntries { count, list })
}

fn request(pasted: &HarRequest) -> Result<Request, PasteError> {
    let mut request = of_address(&pasted.url)?;
    request.method.clone_from(&pasted.method);
    request.headers = headers(&pasted.headers);
    request.body = pasted
        .post_data
        .as_ref()
        .map(|data| data.text.clone().into_bytes());
    Ok(request)
}

fn answer(number: usize, pasted: &HarResponse) -> Result<Option<Answer>, PasteError> {
    let Some(body) = body(number, &pasted.content)? else {
        return Ok(None);
    };
    let version = pasted.http_version.to_lowercase();
    let mut answer = Answer {
        status: Some(format!(
            "{} {} {}",
            pasted.http_version, pasted.status, pasted.status_text
        )),
        headers: headers(&pasted.headers),
        body,
        names_lost: ["h2", "h3", "http/2", "http/3"]
            .iter()
            .any(|new| version.starts_with(new)),
        notes: Vec::new(),
    };
    if pasted.content.encoding.is_none() && !answer.body.is_ascii() {
        let note = "a browser keeps the body's text, not its bytes: a byte order mark or another \
                    charset than UTF-8 is lost";
        answer.notes.push(note.to_owned());
    }
    Ok(Some(answer))
}

/// The bytes of a body, where the file holds it.
fn body(number: usize, content: &Content) -> Result<Option<Vec<u8>>, PasteError> {
    let Some(text) = &content.text else {
        return Ok(None);
    };
    match content.encoding.as_deref() {
        Some("base64") => {
            let decoded = STANDARD.decode(text);
            decoded.map(Some).map_err(|_| PasteError::NotBase64(number))
        }
        _ => Ok(Some(text.clone().into_bytes())),
    }
}

fn headers(pasted: &[HarHeader]) -> Vec<Header> {
    // Browsers write HTTP/2's own `:status` among the headers.
    let own = |header: &&HarHeader| !header.name.starts_with(':');
    let header = |header: &HarHeader| Header {
        name: header.name.clone(),
        value: header.value.trim().to_owned(),
    };
    pasted.iter().filter(own).map(header).collect()
}

/// As much of the format as is of use; browsers add members of their own.
#[derive(Deserialize)]
struct File {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<HarEntry>,
}

#[derive(Deserialize)]
struct HarEntry {
    request: HarRequest,
    response: HarResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarRequest {
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<HarHeader>,
    post_data: Option<PostData>,
}

#[derive(Deserialize)]
struct PostData {
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarResponse {
    status: i64,
    #[serde(default)]
    status_text: String,
    #[serde(default)]
    http_version: String,
    #[serde(default)]
    headers: Vec<HarHeader>,
    #[serde(default)]
    content: Content,
}

#[derive(Deserialize)]
struct HarHeader {
    name: String,
    value: String,
}

#[derive(Default, Deserialize)]
struct Content {
    text: Option<String>,
    encoding: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn entry(query: &str, content: &Value) -> Value {
        json!({
            "request": {
                "method": "GET",
                "url": format!("https://a.example/p?{query}"),
                "headers": [{ "name": ":authority", "value": "a" }, { "name": "accept", "value": "*/*" }],
            },
            "response": {
                "status": 200, "statusText": "OK", "httpVersion": "h2",
                "headers": [{ "name": "body-sign", "value": "x" }],
                "content": content,
            },
        })
    }

    fn read(entries: &[Value], wanted: Option<usize>) -> Result<Entry, PasteError> {
        let file = json!({ "log": { "version": "1.2", "entries": entries } });
        of_har(file.to_string().as_bytes(), wanted, |request| {
            request.query.contains("token")
        })
    }

    #[test]
    fn call_answer_and_the_answer_before_are_read() {
        let entries = [
            entry("a=1", &json!({ "text": "e30=", "encoding": "base64" })),
            entry("token=1", &json!({ "text": "{ }" })),
            entry("b=1", &json!({})),
        ];
        let meant = read(&entries, None).unwrap();
        assert_eq!((meant.number, meant.request.query.as_str()), (2, "token=1"));
        assert_eq!(meant.request.headers.len(), 1);
        let answer = meant.answer.unwrap();
        assert_eq!(
            (answer.body.as_slice(), answer.names_lost),
            (&b"{ }"[..], true)
        );
        assert_eq!(meant.previous_body.as_deref(), Some(&b"{}"[..]));
        assert!(read(&entries, Some(3)).unwrap().answer.is_none());
    }

    #[test]
    fn where_several_may_be_meant_they_are_listed_without_their_queries() {
        let entries = [entry("token=1", &json!({})), entry("token=2", &json!({}))];
        let error = read(&entries, None).unwrap_err().to_string();
        assert!(error.contains("--entry N") && error.contains("2  GET https://a.example/p"));
        assert!(!error.contains("token"), "{error}");
    }

    #[test]
    fn files_that_hold_no_call_are_told() {
        assert!(matches!(read(&[], None), Err(PasteError::NoEntries)));
        assert!(matches!(read(&[], Some(1)), Err(PasteError::NoEntries)));
        let one = [entry("a=1", &json!({ "text": "?", "encoding": "base64" }))];
        assert!(matches!(
            read(&one, Some(2)),
            Err(PasteError::NoSuchEntry { .. })
        ));
        assert!(matches!(read(&one, None), Err(PasteError::NotBase64(1))));
        for text in ["", "{}", "[]", "{\"log\":{}}"] {
            let error = of_har(text.as_bytes(), None, |_| true).unwrap_err();
            assert!(matches!(error, PasteError::NotHar(_)), "{text}");
        }
    }
}
