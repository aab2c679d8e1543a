//! What carries a request: query parameters in V1, a JSON object in V2.

use serde_json::{Map, Value};

use super::RequestError;
use crate::Params;

/// Names and values that a request is read from and written to.
pub(crate) trait Source: Sized {
    /// Names that belong to every request and to no struct's `other`.
    const COMMON: &'static [&'static str];

    /// The text of that name; what is empty counts as absent.
    fn text(&self, name: &'static str) -> Result<Option<String>, RequestError>;

    /// Adds a text.
    fn put(&mut self, name: &'static str, value: &str);

    /// What is neither common nor `known`.
    fn further(&self, known: &[&str]) -> Self;

    /// Adds everything of another source.
    fn extend(&mut self, other: &Self);
}

impl Source for Params {
    const COMMON: &'static [&'static str] = &["activity", "testFlag", "timeStamp", "authToken"];

    fn text(&self, name: &'static str) -> Result<Option<String>, RequestError> {
        Ok(self
            .get(name)
            .filter(|value| !value.is_empty())
            .map(str::to_owned))
    }

    fn put(&mut self, name: &'static str, value: &str) {
        self.push(name, value);
    }

    fn further(&self, known: &[&str]) -> Params {
        let pairs = self
            .iter()
            .filter(|(name, _)| is_further::<Params>(name, known));
        pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    fn extend(&mut self, other: &Params) {
        for (name, value) in other.iter() {
            self.push(name, value);
        }
    }
}

/// Values are texts by the tables [v2 §4]. As lenient sellers do, null is taken for absent, and a
/// number or a boolean for its text; an object or a list is malformed.
impl Source for Map<String, Value> {
    const COMMON: &'static [&'static str] = &["activity", "testFlag"];

    fn text(&self, parameter: &'static str) -> Result<Option<String>, RequestError> {
        let text = match self.get(parameter) {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::String(text)) => text.clone(),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
            Some(value @ (Value::Object(_) | Value::Array(_))) => {
                let value = value.to_string();
                return Err(RequestError::Malformed { parameter, value });
            }
        };
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    fn put(&mut self, name: &'static str, value: &str) {
        self.insert(name.to_owned(), Value::from(value));
    }

    fn further(&self, known: &[&str]) -> Map<String, Value> {
        let members = self
            .iter()
            .filter(|(name, _)| is_further::<Self>(name, known));
        members
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    fn extend(&mut self, other: &Map<String, Value>) {
        for (name, value) in other {
            self.insert(name.clone(), value.clone());
        }
    }
}

fn is_further<S: Source>(name: &str, known: &[&str]) -> bool {
    !S::COMMON.contains(&name) && !known.contains(&name)
}
