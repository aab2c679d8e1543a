//! The members of an answer beside the rows of the profile's tables.

use galleria_marketplace::transcript::Exchange;
use serde_json::{Map, Value};

use crate::profile::{Kind, Profile, Row};
use crate::rule::Play;

/// A member that the tables know, is there and is not null.
pub(super) struct Member<'w> {
    /// Its row.
    pub(super) row: &'w Row,
    /// Its value.
    pub(super) value: &'w Value,
    holder: Option<&'w Holder<'w>>,
}

/// The object that holds a member.
struct Holder<'w> {
    name: &'w str,
    /// Its number, where it is one of a list.
    number: Option<usize>,
    above: Option<&'w Holder<'w>>,
}

impl Member<'_> {
    /// Its place in the body, such as `/info/0/instanceId`.
    pub(super) fn place(&self) -> String {
        let above = self.holder.map(Holder::place).unwrap_or_default();
        format!("{above}/{}", self.row.name)
    }

    /// Its place without the numbers, such as `info.instanceId`.
    pub(super) fn path(&self) -> String {
        let above = self.holder.map(Holder::path).unwrap_or_default();
        format!("{above}{}", self.row.name)
    }

    /// Whether one of the paths is its own.
    pub(super) fn is_among(&self, paths: &[&str]) -> bool {
        let mut alike = paths.iter().filter(|path| path.ends_with(&self.row.name));
        alike.any(|path| *path == self.path())
    }
}

impl Holder<'_> {
    fn place(&self) -> String {
        let above = self.above.map(Holder::place).unwrap_or_default();
        let number = self.number.map(|number| format!("/{number}"));
        format!("{above}/{}{}", self.name, number.unwrap_or_default())
    }

    fn path(&self) -> String {
        let above = self.above.map(Holder::path).unwrap_or_default();
        format!("{above}{}.", self.name)
    }
}

/// Shows the members of an answer that the profile's tables for its scene know.
pub(super) fn members(
    play: &Play,
    exchange: &Exchange,
    object: &Map<String, Value>,
    mut show: impl FnMut(&Member<'_>),
) {
    let rows = play.profile.answer(&exchange.intent.activity);
    walk(&play.profile, object, rows, None, &mut show);
}

/// The members of an object, behind those of every object in it and in its lists.
fn walk(
    profile: &Profile,
    object: &Map<String, Value>,
    rows: &[Row],
    holder: Option<&Holder<'_>>,
    show: &mut dyn FnMut(&Member<'_>),
) {
    for row in rows {
        let Some(value) = object.get(&row.name).filter(|value| !value.is_null()) else {
            continue;
        };
        let mut inner = |inner: &Map<String, Value>, name: &str, number: Option<usize>| {
            let here = Holder {
                name: &row.name,
                number,
                above: holder,
            };
            walk(profile, inner, profile.members(name), Some(&here), show);
        };
        match (&row.kind, value) {
            (Some(Kind::Object(name)), Value::Object(object)) => inner(object, name, None),
            (Some(Kind::List(name)), Value::Array(items)) => {
                for (number, item) in items.iter().enumerate() {
                    if let Value::Object(object) = item {
                        inner(object, name, Some(number));
                    }
                }
            }
            _ => {}
        }
        show(&Member { row, value, holder });
    }
}
