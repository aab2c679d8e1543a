//! The members of an answer beside the rows of the profile's tables.

use galleria_marketplace::transcript::Exchange;
use serde_json::{Map, Value};

use crate::profile::{Kind, Profile, Row};
use crate::rule::Play;

/// A member that the tables know, is there and is not null.
pub(super) struct Member<'a> {
    /// Its row.
    pub(super) row: &'a Row,
    /// Its place in the body, such as `/info/0/instanceId`.
    pub(super) place: String,
    /// Its place without the numbers, such as `info.instanceId`.
    pub(super) path: String,
    /// Its value.
    pub(super) value: &'a Value,
}

/// The members of an answer that the profile's tables for its scene know.
pub(super) fn members<'a>(
    play: &'a Play,
    exchange: &Exchange,
    object: &'a Map<String, Value>,
) -> Vec<Member<'a>> {
    let mut walk = Walk {
        profile: &play.profile,
        found: Vec::new(),
    };
    let rows = play.profile.answer(&exchange.intent.activity);
    walk.object(object, rows, "", "");
    walk.found
}

struct Walk<'a> {
    profile: &'a Profile,
    found: Vec<Member<'a>>,
}

impl<'a> Walk<'a> {
    fn object(&mut self, object: &'a Map<String, Value>, rows: &'a [Row], at: &str, path: &str) {
        for row in rows {
            let Some(value) = object.get(&row.name).filter(|value| !value.is_null()) else {
                continue;
            };
            let place = format!("{at}/{}", row.name);
            let path = format!("{path}{}", row.name);
            self.within(row, value, &place, &path);
            self.found.push(Member {
                row,
                place,
                path,
                value,
            });
        }
    }

    /// The members of an object, or of every object in a list.
    fn within(&mut self, row: &'a Row, value: &'a Value, place: &str, path: &str) {
        let profile = self.profile;
        let path = format!("{path}.");
        match (&row.kind, value) {
            (Some(Kind::Object(name)), Value::Object(inner)) => {
                self.object(inner, profile.members(name), place, &path);
            }
            (Some(Kind::List(name)), Value::Array(items)) => {
                for (number, item) in items.iter().enumerate() {
                    if let Value::Object(inner) = item {
                        let place = format!("{place}/{number}");
                        self.object(inner, profile.members(name), &place, &path);
                    }
                }
            }
            _ => {}
        }
    }
}
