//! Other order: the same members, arranged otherwise.

use serde_json::{Map, Value};

/// The most members of which every order is tried: 120 texts.
const PERMUTED: usize = 5;

/// Every object's members sorted by name.
pub(in crate::mistake) fn sorted(object: &Map<String, Value>) -> Value {
    let mut value = Value::Object(object.clone());
    value.sort_all_objects();
    value
}

/// Every object's members in the order of a Java `HashMap`.
pub(in crate::mistake) fn hash_ordered(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let buckets = buckets(object.len());
            let mut members: Vec<_> = object.iter().collect();
            members.sort_by_key(|(name, _)| bucket(name, buckets));
            let members = members.into_iter();
            Value::Object(
                members
                    .map(|(name, inner)| (name.clone(), hash_ordered(inner)))
                    .collect(),
            )
        }
        Value::Array(items) => items.iter().map(hash_ordered).collect(),
        other => other.clone(),
    }
}

/// The buckets of a `HashMap` that has grown to `members`: sixteen, doubled when three quarters
/// are taken.
fn buckets(members: usize) -> u32 {
    let mut buckets = 16;
    while members > buckets / 4 * 3 {
        buckets *= 2;
    }
    u32::try_from(buckets).unwrap_or(u32::MAX)
}

/// The bucket of a name: Java's `String.hashCode`, its halves mixed.
fn bucket(name: &str, buckets: u32) -> u32 {
    let hash = name.encode_utf16().fold(0u32, |hash, unit| {
        hash.wrapping_mul(31).wrapping_add(u32::from(unit))
    });
    (hash ^ (hash >> 16)) & (buckets - 1)
}

/// The compact text of an object with its members in every order, where there are few; nested
/// objects stay.
pub(in crate::mistake) fn permutations(object: &Map<String, Value>) -> Vec<String> {
    if object.len() > PERMUTED {
        return Vec::new();
    }
    let mut orders: Vec<Vec<String>> = vec![Vec::new()];
    for (name, value) in object {
        let member = format!("{}:{value}", Value::from(name.as_str()));
        orders = orders
            .iter()
            .flat_map(|order| with_everywhere(order, &member))
            .collect();
    }
    orders
        .iter()
        .map(|order| format!("{{{}}}", order.join(",")))
        .collect()
}

/// The list with `member` put into it at each place.
fn with_everywhere(order: &[String], member: &str) -> impl Iterator<Item = Vec<String>> {
    (0..=order.len()).map(move |at| {
        let mut longer = order.to_vec();
        longer.insert(at, member.to_owned());
        longer
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    fn object(value: &Value) -> &Map<String, Value> {
        value.as_object().unwrap()
    }

    #[test]
    fn sorting_goes_into_nested_objects() {
        let value = json!({"b": {"d": 1, "c": 2}, "a": [{"f": 1, "e": 2}]});
        let text = sorted(object(&value)).to_string();
        assert_eq!(text, r#"{"a":[{"e":2,"f":1}],"b":{"c":2,"d":1}}"#);
    }

    #[test]
    fn hash_order_is_that_of_openjdk() {
        let names = |names: &str| -> Value {
            Value::Object(
                names
                    .split(' ')
                    .map(|name| (name.to_owned(), json!(1)))
                    .collect(),
            )
        };
        // As `new HashMap<>()` lists them in OpenJDK 21 after the names were put in one by one.
        for (put, listed) in [
            (
                "resultCode resultMsg encryptType instanceId appInfo",
                "instanceId appInfo resultCode encryptType resultMsg",
            ),
            (
                "frontEndUrl adminUrl userName password memo",
                "frontEndUrl password memo adminUrl userName",
            ),
            (
                "name0 name1 name2 name3 name4 name5 name6 name7 name8 name9 name10 name11 name12 \
                 说明 😀",
                "说明 name6 name5 name4 name3 name12 name11 name9 name10 name8 name7 😀 name2 \
                 name1 name0",
            ),
        ] {
            let ordered = hash_ordered(&names(put));
            assert_eq!(
                object(&ordered)
                    .keys()
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" "),
                listed
            );
        }
    }

    #[test]
    fn every_order_is_made_once() {
        let value = json!({"a": 1, "b": 2, "c": 3, "d": 4});
        let texts: BTreeSet<_> = permutations(object(&value)).into_iter().collect();
        assert_eq!(texts.len(), 24);
        assert!(texts.contains(&value.to_string()));
    }

    #[test]
    fn many_members_are_not_permuted() {
        let value = json!({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6});
        assert!(permutations(object(&value)).is_empty());
    }
}
