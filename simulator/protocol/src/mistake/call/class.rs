//! The body was read into an object of the seller's own class, and that was signed.

use serde_json::{Map, Value};

use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

/// The members of all calls, in the order in which the tables of the interfaces first name them
/// [v2 §4]: a class is written down from them.
const TABLE_ORDER: [&str; 11] = [
    "activity",
    "scene",
    "orderId",
    "orderLineId",
    "businessId",
    "instanceId",
    "productId",
    "expireTime",
    "status",
    "productInfo",
    "testFlag",
];

pub(super) const OWN_CLASS: Deviation<Recipe> = Deviation {
    mistake: Mistake {
        slug: "body-of-own-class",
        explanation: "The body was read into an object of the seller's own class and written again: its \
                      members stand in the order of that class, or those that did not come are null.",
        fix: "Keep the bytes of the body before the framework makes an object of them, and sign over \
              those.",
    },
    vary: |right| {
        let Ok(object) = serde_json::from_slice::<Map<String, Value>>(&right.body) else {
            return Vec::new();
        };
        let mut sorted = TABLE_ORDER;
        sorted.sort_unstable();
        let present = |name: &&str| object.contains_key(*name);
        let texts = [
            of_class(&object, TABLE_ORDER.into_iter().filter(present)),
            of_class(&object, TABLE_ORDER),
            of_class(&object, sorted),
        ];
        let others = texts
            .into_iter()
            .filter(|text| text.as_bytes() != right.body);
        others.map(|text| right.with_body(text)).collect()
    },
};

/// The object as one of a class with these members, what did not come as null.
fn of_class<'a>(object: &Map<String, Value>, members: impl IntoIterator<Item = &'a str>) -> String {
    let members = members.into_iter().map(|name| {
        let value = object.get(name).cloned().unwrap_or_default();
        (name.to_owned(), value)
    });
    Value::Object(members.collect()).to_string()
}
