//! The scenarios that an entry names: one as a text, or several as a list.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml_edit::{Array, Item, Table, Value, value};

/// The key of an entry.
const KEY: &str = "scenario";

/// At least one scenario, each with its place.
#[derive(Debug)]
pub(super) struct Scenarios(pub(super) Vec<Spanned<String>>);

impl<'de> Deserialize<'de> for Scenarios {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Spanned::<Written>::deserialize(deserializer)?;
        let span = written.span();
        Ok(Self(match written.into_inner() {
            Written::One(name) => vec![Spanned::new(span, name)],
            Written::Several(names) => names,
        }))
    }
}

enum Written {
    One(String),
    Several(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrSeveral)
    }
}

struct OneOrSeveral;

impl<'de> Visitor<'de> for OneOrSeveral {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a scenario, or a list of names")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Written, E> {
        String::deserialize(StrDeserializer::<E>::new(name)).map(Written::One)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Written, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = list.next_element()? {
            names.push(name);
        }
        if names.is_empty() {
            return Err(A::Error::custom(
                "name a scenario, or leave the line out to excuse the rule in all",
            ));
        }
        Ok(Written::Several(names))
    }
}

/// The names in a table of the document; none where the entry is for all scenarios.
pub(super) fn named(table: &Table) -> Vec<&str> {
    match table.get(KEY) {
        Some(Item::Value(Value::String(name))) => vec![name.value()],
        Some(Item::Value(Value::Array(names))) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Takes a name off; whether it was the last one.
pub(super) fn take_off(table: &mut Table, scenario: &str) -> bool {
    if let Some(names) = table.get_mut(KEY).and_then(Item::as_array_mut) {
        names.retain(|name| name.as_str() != Some(scenario));
        if let Some(first) = names.get_mut(0) {
            let decor = first.decor_mut();
            if decor.prefix().and_then(|prefix| prefix.as_str()) == Some(" ") {
                decor.set_prefix("");
            }
        }
        return names.is_empty();
    }
    named(table) == [scenario]
}

/// Writes names: one as a text, several as a list with a line for each.
pub(super) fn write(table: &mut Table, names: &[String]) {
    if let [name] = names {
        table[KEY] = value(name);
        return;
    }
    let mut list = Array::new();
    for name in names {
        let mut item = Value::from(name);
        item.decor_mut().set_prefix("\n    ");
        list.push_formatted(item);
    }
    list.set_trailing_comma(true);
    list.set_trailing("\n");
    table[KEY] = value(list);
}
