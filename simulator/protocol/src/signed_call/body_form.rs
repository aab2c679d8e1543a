//! The forms of a body that may have been signed.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// The form of the body that a signature fits [v2 §2].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyForm {
    /// The bytes as they were sent. All that the vendor printed are sorted and compact already.
    Sent,
    /// Written once more, as the vendor's sample does: see [`sorted`].
    Sorted,
    /// Written once more, nested objects sorted too: see [`sorted_throughout`].
    SortedThroughout,
}

impl BodyForm {
    /// The forms that a seller may verify a call over, in that order.
    pub(crate) const OF_CALLS: [BodyForm; 2] = [BodyForm::Sent, BodyForm::Sorted];

    /// The forms that the marketplace may verify a usage push over, in that order.
    pub(crate) const OF_USAGE: [BodyForm; 3] =
        [BodyForm::Sent, BodyForm::Sorted, BodyForm::SortedThroughout];

    /// The first of the forms that `fits`.
    pub(crate) fn first(
        forms: &[BodyForm],
        body: &[u8],
        fits: impl Fn(&[u8]) -> bool,
    ) -> Option<BodyForm> {
        let mut forms = forms.iter().copied();
        forms.find(|form| form.of(body).is_some_and(|body| fits(&body)))
    }

    /// The body in that form; `None` where it is no JSON object and therefore has none.
    fn of(self, body: &[u8]) -> Option<Cow<'_, [u8]>> {
        let text = match self {
            BodyForm::Sent => return Some(Cow::Borrowed(body)),
            BodyForm::Sorted => sorted(body)?,
            BodyForm::SortedThroughout => sorted_throughout(body)?,
        };
        Some(Cow::Owned(text.into_bytes()))
    }
}

/// A JSON object as the vendor's sample writes it before it signs: top-level members without null,
/// sorted by name, compact. Nested objects keep their order, and letters beyond ASCII stand as
/// they are. `None` where the body is no JSON object.
pub fn sorted(body: &[u8]) -> Option<String> {
    Some(Value::Object(sorted_members(object(body)?)).to_string())
}

/// The same with nested objects sorted too. The usage page wants "natural order" and does not say
/// how deep [v2 §7.2].
pub fn sorted_throughout(body: &[u8]) -> Option<String> {
    Some(throughout(Value::Object(object(body)?)).to_string())
}

fn object(body: &[u8]) -> Option<Map<String, Value>> {
    serde_json::from_slice(body).ok()
}

/// The members that are not null. Java sorts by UTF-16 code units.
fn sorted_members(object: Map<String, Value>) -> Map<String, Value> {
    let mut members: Vec<_> = object
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .collect();
    members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    members.into_iter().collect()
}

fn throughout(value: Value) -> Value {
    match value {
        Value::Object(object) => sorted_members(object)
            .into_iter()
            .map(|(name, value)| (name, throughout(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.into_iter().map(throughout).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &[u8] = r#" { "b": {"d":1, "c": [2.50, null]}, "a" : "\u4e2d\/",
        "n": null, "\uff5e": 1, "\ud800\udc00": 2, "e": "" } "#
        .as_bytes();

    #[test]
    fn top_level_is_sorted_by_utf16_without_nulls() {
        assert_eq!(
            sorted(SENT).unwrap(),
            "{\"a\":\"中/\",\"b\":{\"d\":1,\"c\":[2.5,null]},\"e\":\"\",\"\u{10000}\":2,\"\u{ff5e}\":1}"
        );
    }

    #[test]
    fn throughout_goes_into_nested_objects_and_lists() {
        let body = br#"{"z":[{"d":1,"c":{"f":2,"e":null}}]}"#;
        assert_eq!(
            sorted_throughout(body).unwrap(),
            r#"{"z":[{"c":{"f":2},"d":1}]}"#
        );
    }

    #[test]
    fn what_is_no_object_has_no_sorted_form() {
        for body in ["", "[]", "null", "{", "{}x", "\u{feff}{}"] {
            assert_eq!(sorted(body.as_bytes()), None, "{body}");
            assert_eq!(sorted_throughout(body.as_bytes()), None, "{body}");
        }
    }
}
