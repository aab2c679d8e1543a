//! Decoded parameters in the order sent.

use super::encoding::encode_into;
use super::reading::{Reading, pairs};

/// Decoded query parameters in the order sent; names may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// No parameters.
    pub fn new() -> Params {
        Params::default()
    }

    /// Reads the text of a query (what stands behind the `?`).
    ///
    /// It never fails: a broken escape stays as it is, bytes that are no UTF-8 are replaced by
    /// U+FFFD, empty pieces between two `&` are skipped, and a piece without `=` is a name with an
    /// empty value.
    pub fn parse(query: &str, reading: Reading) -> Params {
        pairs(query, reading)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect()
    }

    /// Adds a parameter at the end.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Gives the first parameter of that name another value, or adds one at the end.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value.into(),
            None => self.0.push((name, value.into())),
        }
    }

    /// Takes the first parameter of that name out and gives its value back.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(at).1)
    }

    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Whether there is a parameter of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Names and values in the order sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// How many there are, repeated names counted each time.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of the query, `application/x-www-form-urlencoded` as Java's `URLEncoder` writes
    /// it: a blank is `+`, `A-Z a-z 0-9 . - * _` stay, all else is percent-encoded UTF-8. An empty
    /// value is written as `name=`.
    pub fn to_query(&self) -> String {
        let mut query =
            String::with_capacity(self.0.iter().map(|(n, v)| n.len() + v.len() + 8).sum());
        for (name, value) in &self.0 {
            if !query.is_empty() {
                query.push('&');
            }
            encode_into(&mut query, name);
            query.push('=');
            encode_into(&mut query, value);
        }
        query
    }
}

impl FromIterator<(String, String)> for Params {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Params {
        Params(pairs.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pairs: &[(&str, &str)]) -> Params {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn get_gives_the_first_of_repeated_names() {
        let params = params(&[("a", "1"), ("a", "2")]);
        assert_eq!(params.get("a"), Some("1"));
        assert_eq!(params.len(), 2);
    }

    #[test]
    fn set_replaces_the_first_and_adds_what_is_new() {
        let mut all = params(&[("a", "1"), ("b", "2"), ("a", "3")]);
        all.set("a", "9");
        all.set("c", "4");
        assert_eq!(
            all,
            params(&[("a", "9"), ("b", "2"), ("a", "3"), ("c", "4")])
        );
    }

    #[test]
    fn remove_takes_the_first_out() {
        let mut all = params(&[("a", "1"), ("b", "2"), ("a", "3")]);
        assert_eq!(all.remove("a").as_deref(), Some("1"));
        assert_eq!(all, params(&[("b", "2"), ("a", "3")]));
        assert_eq!(all.remove("c"), None);
        assert!(all.contains("b") && !all.contains("c"));
    }

    #[test]
    fn query_is_written_as_javas_url_encoder_does() {
        let all = params(&[("n", "华为 +1&x=y/~*-._"), ("empty", "")]);
        assert_eq!(
            all.to_query(),
            "n=%E5%8D%8E%E4%B8%BA+%2B1%26x%3Dy%2F%7E*-._&empty="
        );
        assert_eq!(Params::new().to_query(), "");
    }
}
