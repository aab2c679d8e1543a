//! From an outcome to the bytes of an answer.
//!
//! The order matters. The answer is put into bytes once; those bytes are signed; those bytes are
//! sent. The most frequent fault in practice is to sign one text and to send another: a framework
//! that serialises again, sorts members, or adds a line end [v1 §3].

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use galleria_protocol::{Key, body_sign};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;

/// An answer as HTTP sees it.
#[derive(Clone, Debug)]
pub struct Reply {
    /// 200 is the only status that counts as an answer, for refusals too [v1 §1].
    pub status: StatusCode,
    /// All headers but those that frame the body. Names are written with capitals on the wire.
    pub headers: HeaderMap,
    /// The bytes that were signed.
    pub body: Bytes,
    /// How the end of the body is told.
    pub framing: Framing,
}

/// How the end of a body is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framing {
    /// `Content-Length`.
    #[default]
    Length,
    /// Chunks.
    Chunked,
    /// Never: after the body come blanks without end.
    Endless,
}

/// Puts `outcome` into bytes and signs them.
pub fn compose(call: &Call, outcome: &Outcome) -> Reply {
    let behaviour = call.behaviour();
    let body = behaviour.render(call, outcome, &behaviour.document(call, outcome));
    let mut reply = Reply {
        status: behaviour.status(call, outcome),
        headers: HeaderMap::new(),
        framing: Framing::Length,
        body: body.into(),
    };
    reply.set("content-type", &behaviour.content_type(call, outcome));
    if let Some(value) = behaviour.body_sign(call, outcome, &reply.body) {
        reply.set(body_sign::HEADER, &value);
    }
    behaviour.finish(call, outcome, reply)
}

impl Reply {
    /// Sets the header `name`, in whatever case, to `value`.
    ///
    /// # Panics
    /// When name or value cannot stand in an HTTP head; both come from this crate alone.
    pub fn set(&mut self, name: &str, value: &str) {
        let name: HeaderName = name.parse().expect("a header name of this crate");
        let value: HeaderValue = value.parse().expect("a header value of this crate");
        self.headers.insert(name, value);
    }

    /// Adds a header `name`, in whatever case, beside those of that name.
    ///
    /// # Panics
    /// As [`Reply::set`].
    pub fn append(&mut self, name: &str, value: &str) {
        let name: HeaderName = name.parse().expect("a header name of this crate");
        let value: HeaderValue = value.parse().expect("a header value of this crate");
        self.headers.append(name, value);
    }

    /// Replaces the body by an HTML page, rightly signed: how frameworks answer errors.
    pub fn become_page(&mut self, key: &Key, status: StatusCode, page: &'static str) {
        self.status = status;
        self.body = Bytes::from_static(page.as_bytes());
        self.headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/html;charset=utf-8"),
        );
        self.sign(key);
    }

    /// Signs the body as it is now.
    pub fn sign(&mut self, key: &Key) {
        self.set(body_sign::HEADER, &body_sign::header_value(key, &self.body));
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let body = match self.framing {
            Framing::Length => Body::from(self.body),
            Framing::Chunked => {
                Body::from_stream(stream::iter([Ok::<_, std::io::Error>(self.body)]))
            }
            Framing::Endless => {
                let blanks = Bytes::from_static(&[b' '; 16 * 1024]);
                let rest = stream::repeat(blanks);
                let all = stream::StreamExt::chain(stream::iter([self.body]), rest);
                Body::from_stream(stream::StreamExt::map(all, Ok::<_, std::io::Error>))
            }
        };
        (self.status, self.headers, body).into_response()
    }
}

/// `document` as compact JSON in which every character beyond ASCII is a `\uXXXX` escape, as the
/// pages want it for `memo` [v1 §5.1]. Such text reads the same in every charset.
pub fn ascii_json(document: &Map<String, Value>) -> Vec<u8> {
    escape(&Value::from(document.clone()).to_string())
}

/// JSON text with every character beyond ASCII escaped. Such a character can only stand inside a
/// string, where the escape means the same.
pub fn escape(json: &str) -> Vec<u8> {
    let mut ascii = Vec::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            ascii.push(character as u8);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            ascii.extend(format!("\\u{unit:04x}").bytes());
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_beyond_ascii_is_escaped() {
        let document = Map::from_iter([("memo".to_owned(), Value::from("中文 😀"))]);
        let json = br#"{"memo":"\u4e2d\u6587 \ud83d\ude00"}"#;
        assert_eq!(ascii_json(&document), json);
    }
}
