//! The body was signed in another text than it was sent in.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::class::OWN_CLASS;
use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::charset::{in_gbk, read_as_gbk, read_as_latin};
use crate::mistake::json_text::{
    self, LAYOUTS, hash_ordered, markup_escaped, non_ascii_escaped, non_ascii_lost, non_ascii_raw,
    php_escaped, relaid, slashes_escaped, sorted,
};
use crate::mistake::recipe::Deviation;
use crate::signed_call;

const FIX: &str = "Sign the bytes of the body as they are sent: who receives keeps them before the \
                   framework parses them, who sends makes them once.";

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "body-empty",
            explanation: "An empty body was signed: it was read before, or not yet written.",
            fix: "Read the body once and keep its bytes; a request's stream gives them only once.",
        },
        vary: |right| vec![right.with_body("")],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-ends-changed",
            explanation: "White space at the ends of the body was cut off or added.",
            fix: FIX,
        },
        vary: |right| {
            let lines = ["\n", "\r\n"].map(|end| [&right.body, end.as_bytes()].concat());
            let mut bodies = lines.to_vec();
            bodies.push(right.body.trim_ascii().to_vec());
            bodies
                .into_iter()
                .map(|body| right.with_body(body))
                .collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-escaped-otherwise",
            explanation: "The strings of the body were signed with other escapes than they were \
                          sent with, such as \\uXXXX or `\\/`.",
            fix: FIX,
        },
        vary: |right| {
            let Ok(text) = str::from_utf8(&right.body) else {
                return Vec::new();
            };
            each_once(right, spelt(text))
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-charset-wrong",
            explanation: "The body was turned into text with another charset than UTF-8.",
            fix: "Sign the bytes of the body, or name UTF-8 wherever bytes become text.",
        },
        vary: |right| {
            let mut texts = vec![read_as_latin(&right.body), read_as_gbk(&right.body)];
            let mut in_bytes = None;
            if let Ok(text) = str::from_utf8(&right.body) {
                texts.push(non_ascii_lost(text));
                in_bytes = in_gbk(text).map(|bytes| right.with_body(bytes));
            }
            let mut recipes = each_once(right, texts);
            recipes.extend(in_bytes);
            recipes
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-written-again",
            explanation: "The body was parsed and written again, with other blanks or escapes.",
            fix: FIX,
        },
        vary: |right| written(right, |object| vec![Value::Object(object)]),
    },
    OWN_CLASS,
    Deviation {
        mistake: Mistake {
            slug: "body-sorted-otherwise",
            explanation: "The body was parsed and written again in sorted order, but not as \
                          compact text.",
            fix: FIX,
        },
        vary: |right| {
            let text = signed_call::sorted(&right.body);
            text.map_or_else(Vec::new, |text| laid_out(right, &text))
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-sorted-descending",
            explanation: "The members were sorted from z to a, as some editions of the page say.",
            fix: "Sort the members from a to z, or sign the bytes as they are sent.",
        },
        vary: |right| written(right, |object| vec![descending(&object)]),
    },
    Deviation {
        mistake: Mistake {
            slug: "body-nulls-kept",
            explanation: "The members were sorted, but those that are null were kept.",
            fix: "Leave null members out of the sorted form, or sign the bytes as they are sent.",
        },
        vary: |right| written(right, |object| vec![ascending(&object)]),
    },
    Deviation {
        mistake: Mistake {
            slug: "body-sorted-throughout",
            explanation: "The members of nested objects were sorted too.",
            fix: "Sort the top level alone, or sign the bytes as they are sent.",
        },
        vary: |right| {
            written(right, |object| {
                vec![sorted(&object), sorted(&without_nulls(&object))]
            })
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-nulls-dropped",
            explanation: "Members that are null were left out, and the order was kept.",
            fix: FIX,
        },
        vary: |right| written(right, |object| vec![Value::Object(without_nulls(&object))]),
    },
    Deviation {
        mistake: Mistake {
            slug: "body-in-hash-order",
            explanation: "The body was parsed and written again in the order of a Java HashMap.",
            fix: FIX,
        },
        vary: |right| written(right, |object| vec![hash_ordered(&Value::Object(object))]),
    },
    Deviation {
        mistake: Mistake {
            slug: "body-numbers-as-texts",
            explanation: "Numbers were signed in quotes: the body was parsed into a map of texts.",
            fix: FIX,
        },
        vary: |right| {
            written(right, |object| {
                let sorted = ascending(&without_nulls(&object));
                vec![as_texts(&Value::Object(object)), as_texts(&sorted)]
            })
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-as-parameters",
            explanation: "The members were signed as `name=value` pairs, as V1's parameters are.",
            fix: FIX,
        },
        vary: |right| {
            let pairs = as_parameters(&right.body);
            pairs
                .map(|pairs| right.with_body(pairs))
                .into_iter()
                .collect()
        },
    },
];

/// The members, sorted by name, as `name=value` pairs.
pub(super) fn as_parameters(body: &[u8]) -> Option<String> {
    let object: Map<String, Value> = serde_json::from_slice(body).ok()?;
    Some(json_text::as_parameters(&object))
}

/// The recipes for what `change` makes of the body's object, in every layout and spelling.
fn written(right: &Recipe, change: impl Fn(Map<String, Value>) -> Vec<Value>) -> Vec<Recipe> {
    let Ok(object) = serde_json::from_slice::<Map<String, Value>>(&right.body) else {
        return Vec::new();
    };
    let texts = change(object).into_iter().map(|value| value.to_string());
    texts.flat_map(|text| laid_out(right, &text)).collect()
}

/// The recipes for a JSON text in every layout and spelling, each text once.
fn laid_out(right: &Recipe, text: &str) -> Vec<Recipe> {
    let mut texts = Vec::new();
    for layout in LAYOUTS {
        let text = relaid(text, layout);
        texts.extend(spelt(&text));
        texts.push(text);
    }
    each_once(right, texts)
}

/// The text with its strings in the usual other spellings.
fn spelt(text: &str) -> Vec<String> {
    let mut texts = vec![
        non_ascii_raw(text),
        non_ascii_escaped(text),
        php_escaped(text),
        slashes_escaped(text),
        markup_escaped(text, false),
        markup_escaped(text, true),
    ];
    texts.retain(|other| other != text);
    texts
}

/// The recipes for these texts, without repeats and without the body as it is.
fn each_once(right: &Recipe, texts: Vec<String>) -> Vec<Recipe> {
    let mut seen = BTreeSet::from([right.body.clone()]);
    texts
        .into_iter()
        .filter(|text| seen.insert(text.clone().into_bytes()))
        .map(|text| right.with_body(text))
        .collect()
}

fn ascending(object: &Map<String, Value>) -> Value {
    let mut members: Vec<_> = object.clone().into_iter().collect();
    members.sort_by(|(one, _), (other, _)| one.cmp(other));
    Value::Object(members.into_iter().collect())
}

fn descending(object: &Map<String, Value>) -> Value {
    let mut members: Vec<_> = object.clone().into_iter().collect();
    members.sort_by(|(one, _), (other, _)| other.cmp(one));
    Value::Object(members.into_iter().collect())
}

/// The object without its null members, on its top level.
fn without_nulls(object: &Map<String, Value>) -> Map<String, Value> {
    let kept = object.iter().filter(|(_, value)| !value.is_null());
    kept.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// The object with its numbers and booleans as texts, on its top level.
fn as_texts(object: &Value) -> Value {
    let members = object.as_object().into_iter().flatten();
    let members = members.map(|(name, value)| match value {
        Value::Number(_) | Value::Bool(_) => (name.clone(), Value::from(value.to_string())),
        other => (name.clone(), other.clone()),
    });
    Value::Object(members.collect())
}
