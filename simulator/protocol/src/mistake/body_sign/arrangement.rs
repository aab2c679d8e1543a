//! The same JSON was signed, written once more: with other blanks or in another order.

use serde_json::{Map, Value};

use super::case::Case;
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::json_text::{
    COMPACT, LAYOUTS, Layout, PRETTY_2, PRETTY_4, PRETTY_JACKSON, SPACED, hash_ordered,
    non_ascii_escaped, non_ascii_raw, permutations, php_escaped, relaid, sorted,
};

const FIX: &str = "Make the JSON text once, sign its bytes and send the same bytes; do not let the \
                   framework write the object again.";

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "reserialised-compact",
            explanation: "The JSON was signed without blanks but sent with some.",
            fix: FIX,
        },
        made: |case| signed_in(case, &COMPACT),
    },
    Entry {
        mistake: Mistake {
            slug: "reserialised-spaced",
            explanation: "The JSON was signed with a blank behind each comma and colon, as \
                          Python's json.dumps writes it, but sent otherwise.",
            fix: FIX,
        },
        made: |case| signed_in(case, &SPACED),
    },
    Entry {
        mistake: Mistake {
            slug: "reserialised-pretty",
            explanation: "The JSON was signed in indented lines but sent otherwise.",
            fix: FIX,
        },
        made: |case| {
            [&PRETTY_2, &PRETTY_4, &PRETTY_JACKSON]
                .iter()
                .any(|layout| signed_in(case, layout))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "keys-sorted",
            explanation: "The members were sorted by name when signed but sent in another order.",
            fix: FIX,
        },
        made: |case| {
            case.object
                .as_ref()
                .is_some_and(|object| wrote(case, &sorted(object)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "keys-in-hash-order",
            explanation: "The members were signed in the order of a Java HashMap but sent in \
                          another.",
            fix: "Make the JSON text once, sign its bytes and send the same bytes; two writings of \
                  a map need not agree.",
        },
        made: |case| {
            let ordered = case
                .object
                .clone()
                .map(|object| hash_ordered(&Value::Object(object)));
            ordered.is_some_and(|value| wrote(case, &value))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "null-members-left-out",
            explanation: "Members that are null were sent but were left out when signed.",
            fix: "Make the JSON text once, sign its bytes and send the same bytes; two JSON \
                  libraries treat null differently.",
        },
        made: |case| {
            case.object
                .as_ref()
                .is_some_and(|object| wrote(case, &without_nulls(object)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "serialised-twice",
            explanation: "The JSON text was turned into a JSON string before it was signed.",
            fix: "Sign the bytes of the body; it is JSON already.",
        },
        made: |case| case.signed_changed(|text| Value::from(text).to_string()),
    },
    Entry {
        mistake: Mistake {
            slug: "members-reordered",
            explanation: "The members were signed in another order than they were sent in.",
            fix: FIX,
        },
        made: |case| {
            let orders = case.object.as_ref().map(permutations).unwrap_or_default();
            orders.iter().any(|text| case.signed(text))
        },
    },
];

/// Whether the body was signed in that layout, its strings spelt in any of the usual ways.
fn signed_in(case: &Case, layout: &Layout) -> bool {
    let (Some(text), Some(_)) = (&case.text, &case.object) else {
        return false;
    };
    let text = relaid(text, layout);
    case.signed(&text)
        || case.signed(non_ascii_escaped(&text))
        || case.signed(non_ascii_raw(&text))
        || case.signed(php_escaped(&text))
}

/// Whether `value` was signed, in any layout and spelling.
fn wrote(case: &Case, value: &Value) -> bool {
    let text = value.to_string();
    LAYOUTS.iter().any(|layout| {
        let text = relaid(&text, layout);
        case.signed(&text)
            || case.signed(non_ascii_escaped(&text))
            || case.signed(php_escaped(&text))
    })
}

/// The object without its null members, at any depth.
fn without_nulls(object: &Map<String, Value>) -> Value {
    let kept = object.iter().filter(|(_, value)| !value.is_null());
    let kept = kept.map(|(name, value)| match value {
        Value::Object(inner) => (name.clone(), without_nulls(inner)),
        other => (name.clone(), other.clone()),
    });
    Value::Object(kept.collect())
}
