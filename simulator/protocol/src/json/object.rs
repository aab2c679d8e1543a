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

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(body: &str) -> JsonFlaw {
        object(body.as_bytes()).unwrap_err()
    }

    #[test]
    fn one_object_with_blanks_around_it_is_read() {
        let body = " \t\r\n{\"b\":[1,-2,2.5,null,true],\"a\":{\"c\":\"\\u4e2d\"}}\r\n ";
        let expected: Value = serde_json::from_str(body).unwrap();
        assert_eq!(Value::Object(object(body.as_bytes()).unwrap()), expected);
    }

    #[test]
    fn order_of_members_is_kept() {
        let read = object(br#"{"b":1,"a":2,"c":3}"#).unwrap();
        assert!(read.keys().eq(["b", "a", "c"]));
    }

    #[test]
    fn nothing_is_empty() {
        for body in ["", " \r\n\t"] {
            assert_eq!(flaw(body), JsonFlaw::Empty, "{body:?}");
        }
    }

    #[test]
    fn other_json_is_no_object() {
        for (body, found) in [
            ("null", "null"),
            ("true", "a boolean"),
            ("1.5", "a number"),
            ("\"{}\"", "a string"),
            ("[{}]", "an array"),
        ] {
            assert_eq!(flaw(body), JsonFlaw::NotAnObject { found });
        }
    }

    #[test]
    fn broken_json_is_told_with_its_place() {
        let JsonFlaw::NotJson {
            message,
            line,
            column,
        } = flaw("{\n\"a\": oops}")
        else {
            panic!("the body is no JSON");
        };
        assert_eq!((message.as_str(), line, column), ("expected value", 2, 6));
        for body in [
            "{",
            "{\"a\":1",
            "{'a':1}",
            "{\"a\":1,}",
            "<html>",
            "OK",
            "\u{feff}{}",
        ] {
            assert!(matches!(flaw(body), JsonFlaw::NotJson { .. }), "{body}");
            assert_eq!(flaw(body).object(), None);
        }
        assert!(matches!(
            object(b"{\"a\":\"\xff\"}"),
            Err(JsonFlaw::NotJson { .. })
        ));
    }

    #[test]
    fn text_behind_the_object_is_a_flaw_that_leaves_the_object() {
        let flaw = flaw("{\"a\":1} \n{\"b\":2}");
        assert_eq!(flaw.object().unwrap()["a"], 1);
        let JsonFlaw::TrailingBytes { offset, start, .. } = flaw else {
            panic!("there is text behind the object");
        };
        assert_eq!((offset, start.as_str()), (9, "{\"b\":2}"));
    }

    #[test]
    fn name_that_stands_twice_is_a_flaw_at_any_depth() {
        for body in [
            r#"{"a":1,"b":2,"a":3}"#,
            r#"{"b":[{"c":{"a":1,"\u0061":3}}],"a":3}"#,
        ] {
            let flaw = flaw(body);
            assert!(matches!(&flaw, JsonFlaw::DuplicateName { name, .. } if name == "a"));
            assert_eq!(flaw.object().unwrap()["a"], 3, "the last value counts");
        }
        assert!(object(br#"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#).is_ok());
    }
}
