//! More was sent than the JSON: a warning of the interpreter, a debug line, a template around it.

use serde_json::{Map, Value};

use crate::mistake::Cause;
use crate::mistake::catalog::Mistake;

pub(super) const TEXT_AROUND_JSON: Mistake = Mistake {
    slug: "text-around-json",
    explanation: "The JSON was sent with more around it: a warning of the interpreter, a debug line, or \
                  the rest of a template.",
    fix: "Send the JSON and nothing else: switch the display of warnings off, and let nothing else write \
          to the answer.",
};

/// The JSON object within a text that is more than that.
pub(super) fn within(text: &str) -> Option<&str> {
    let (start, end) = (text.find('{')?, text.rfind('}')?);
    let json = text.get(start..=end)?;
    let is_object = || serde_json::from_str::<Map<String, Value>>(json).is_ok();
    let is_more = json.len() < text.trim_start_matches('\u{feff}').trim().len();
    (is_more && is_object()).then_some(json)
}

/// The mistake of a body in which more stands than a JSON object.
pub fn of_surrounded_body(body: &[u8]) -> Option<Cause> {
    let text = str::from_utf8(body).ok()?;
    within(text).map(|_| Cause::one(&TEXT_AROUND_JSON))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_an_object_is_seen() {
        for body in [
            "<br />\n<b>Notice</b>: Undefined index in /a.php\n{\"resultCode\":\"000000\"}",
            "callback({\"resultCode\":\"000000\"})",
            "{\"resultCode\":\"000000\"}\n<!-- 3 ms -->",
        ] {
            assert!(of_surrounded_body(body.as_bytes()).is_some(), "{body}");
        }
    }

    #[test]
    fn an_object_alone_and_pages_without_one_are_not() {
        for body in [
            " {\"resultCode\":\"000000\"}\n",
            "<html><style>p { color: red }</style></html>",
            "{\"a\":1}{\"b\":2}",
            "",
        ] {
            assert_eq!(of_surrounded_body(body.as_bytes()), None, "{body}");
        }
    }
}
