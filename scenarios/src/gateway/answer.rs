//! What came of a call, and what of it is billed.

use galleria_marketplace::delivery::{Delivered, Ended};
use galleria_protocol::gateway::usage::Metered;
use serde_json::Value;

/// What came of a call.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How it ended.
    pub ended: Ended,
    /// What the system said where it did not end well.
    pub detail: Option<String>,
    /// The status; 0 where no answer came.
    pub status: u16,
    /// The type of the body.
    pub content_type: String,
    /// The body as text.
    pub text: String,
    /// Whether the body is there to its end.
    pub whole: bool,
    /// What the body tells: one value, or those of a stream's events.
    pub values: Vec<Value>,
}

impl Answer {
    /// Reads a delivery; a stream is looked for where one was asked for.
    pub(super) fn of(delivered: Delivered, stream: bool) -> Answer {
        let Some(answer) = delivered.answer else {
            return Answer {
                ended: delivered.ended,
                detail: delivered.detail,
                status: 0,
                content_type: String::new(),
                text: String::new(),
                whole: false,
                values: Vec::new(),
            };
        };
        let mut headers = answer.headers.iter();
        let kind = headers.find(|header| header.name.eq_ignore_ascii_case("content-type"));
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        Answer {
            ended: delivered.ended,
            detail: delivered.detail,
            status: answer.status,
            content_type: kind.map(|kind| kind.value.clone()).unwrap_or_default(),
            whole: delivered.ended == Ended::Answered && !answer.too_large,
            values: values(&text, stream),
            text,
        }
    }

    /// Whether it has a status of success.
    pub(super) fn is_served(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it was cut off by the backend.
    pub(super) fn is_cut(&self) -> bool {
        self.is_served() && matches!(self.ended, Ended::CutShort | Ended::Dropped)
    }

    /// The value that is billed: the last one that has the object at its top; and its place among all.
    pub(super) fn billed(&self, metered: Metered) -> Option<(usize, &Value)> {
        let object = metered.object()?;
        let mut values = self.values.iter().enumerate();
        values.rfind(|(_, value)| value.get(object).is_some_and(Value::is_object))
    }

    /// Where the object stands that ought to be at the top, where it is elsewhere.
    pub(super) fn elsewhere(&self, metered: Metered) -> Option<String> {
        let object = metered.object()?;
        self.values.iter().find_map(|value| deeper(value, object))
    }

    /// Whether it tells anything that is to be paid.
    pub(super) fn has_figures(&self, metered: Metered) -> bool {
        let Some((_, value)) = self.billed(metered) else {
            return false;
        };
        let figures = metered.figures(value).iter();
        figures
            .filter_map(|pointer| value.pointer(pointer)?.as_f64())
            .any(|figure| figure > 0.0)
    }
}

/// The JSON of a body: the whole, or that of each event (`data: ...`) or line.
fn values(text: &str, stream: bool) -> Vec<Value> {
    if let Ok(whole) = serde_json::from_str(text) {
        return vec![whole];
    }
    if !stream {
        return Vec::new();
    }
    let lines = text
        .lines()
        .map(|line| line.strip_prefix("data:").unwrap_or(line).trim());
    let read = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    read.filter(Value::is_object).collect()
}

/// The pointer of a member of that name that is an object, not at the top.
fn deeper(value: &Value, name: &str) -> Option<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, one)| (key.clone(), one))
            .collect(),
        Value::Array(items) => (0..)
            .zip(items)
            .map(|(at, one): (usize, _)| (at.to_string(), one))
            .collect(),
        _ => return None,
    };
    children.into_iter().find_map(|(key, child)| {
        if child.get(name).is_some_and(Value::is_object) {
            return Some(format!("/{key}/{name}"));
        }
        deeper(child, name).map(|rest| format!("/{key}{rest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn events_and_lines_are_read_and_the_end_mark_is_not() {
        let events = "event: message\ndata: {\"a\":1}\n\ndata:{\"b\":2}\n\ndata: [DONE]\n\n";
        assert_eq!(values(events, true), [json!({"a":1}), json!({"b":2})]);
        assert_eq!(values("{\"a\":1}\n{\"b\":2}\n", true).len(), 2);
        assert_eq!(values("{\n \"a\": 1\n}", true), [json!({"a":1})]);
        assert!(values(events, false).is_empty());
    }

    #[test]
    fn an_object_is_found_below_the_top() {
        let nested = json!({ "choices": [{ "usage": {} }], "usage": null });
        assert_eq!(
            deeper(&nested, "usage").as_deref(),
            Some("/choices/0/usage")
        );
        assert_eq!(deeper(&json!({ "usage": {} }), "usage"), None);
    }
}
