//! Reading a body.

use serde_json::{Deserializer, Map, Value};

use super::flaw::JsonFlaw;
use super::node::Document;

/// How much of trailing text is shown, in characters.
const SHOWN: usize = 40;

/// Reads exactly one JSON object: nothing but white space around it, no name twice in it.
pub fn object(body: &[u8]) -> Result<Map<String, Value>, JsonFlaw> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(JsonFlaw::Empty);
    }
    let mut documents = Deserializer::from_slice(body).into_iter::<Document>();
    let document = match documents.next() {
        Some(Ok(document)) => document,
        Some(Err(error)) => return Err(not_json(&error)),
        None => return Err(JsonFlaw::Empty),
    };
    let offset = documents.byte_offset();
    let object = match document.value {
        Value::Object(object) => object,
        other => {
            return Err(JsonFlaw::NotAnObject {
                found: kind(&other),
            });
        }
    };
    let behind = &body[offset..];
    if let Some(blanks) = behind.iter().position(|byte| !b" \t\r\n".contains(byte)) {
        let text = String::from_utf8_lossy(&behind[blanks..]);
        let start = text.chars().take(SHOWN).collect();
        return Err(JsonFlaw::TrailingBytes {
            offset: offset + blanks,
            start,
            object,
        });
    }
    match document.duplicate {
        Some(name) => Err(JsonFlaw::DuplicateName { name, object }),
        None => Ok(object),
    }
}

fn not_json(error: &serde_json::Error) -> JsonFlaw {
    let (line, column) = (error.line(), error.column());
    let told = error.to_string();
    let place = format!(" at line {line} column {column}");
    let message = told.strip_suffix(&place).unwrap_or(&told).to_owned();
    JsonFlaw::NotJson {
        message,
        line,
        column,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
