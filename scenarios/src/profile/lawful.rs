//! Whether a changed call is one that the book allows.

use galleria_marketplace::market::NULL;
use galleria_protocol::Params;

use super::book::Profile;
use super::table::Row;

impl Profile {
    /// Why `twin`, a call of `scene` that was changed, is none that this book allows, where the
    /// unchanged one is: it lacks what is mandatory, is longer than its table, is negative where
    /// nothing may be, or has a flag that no real call has or a value that the book does not list.
    /// Parameters that the book does not know are no reason: the list grows.
    pub fn forbids(&self, scene: &str, unchanged: &Params, twin: &Params) -> Option<String> {
        let rows = self.request(scene).iter();
        rows.filter(|row| unchanged.get(&row.name) != twin.get(&row.name))
            .find_map(|row| self.breach(scene, row, twin.get(&row.name)))
    }

    fn breach(&self, scene: &str, row: &Row, value: Option<&str>) -> Option<String> {
        let (name, id) = (&row.name, &self.id);
        if name == "testFlag" && !self.is_real_flag(value) {
            let told = value.unwrap_or("absent");
            return Some(format!(
                "{name} is never {told} in a real call in profile {id}"
            ));
        }
        let Some(value) = value.filter(|value| !is_blank(value)) else {
            return row
                .is_mandatory()
                .then(|| format!("{name} is mandatory in profile {id}"));
        };
        if let Some(long) = row.too_long(value) {
            return Some(format!(
                "{name} has at most {} characters in profile {id}",
                long.most
            ));
        }
        let negative = name == "orderAmount" && value.starts_with('-');
        if let Some(reason) = self.excludes(scene, name, value) {
            return Some(reason);
        }
        let amounts = self.amounts.iter();
        let allowed = amounts
            .flat_map(|amounts| &amounts.negative)
            .any(|name| name == scene);
        (negative && !allowed)
            .then(|| format!("{name} is never negative in {scene} in profile {id}"))
    }
}

/// Whether a value says nothing: an empty text, or JSON's null.
fn is_blank(value: &str) -> bool {
    value.is_empty() || value == NULL
}

impl Profile {
    /// Why a call of `scene` never has that value there, where the book lists all that there are.
    pub fn excludes(&self, scene: &str, name: &str, value: &str) -> Option<String> {
        let row = self.request(scene).iter().find(|row| row.name == name)?;
        let listed = row.values.is_empty() || row.values.iter().any(|known| known == value);
        let id = &self.id;
        (!listed).then(|| format!("{name} is never {value} in {scene} in profile {id}"))
    }

    /// Whether a real call may have that `testFlag`; of an empty one, and of that of a test, the book
    /// says nothing.
    fn is_real_flag(&self, value: Option<&str>) -> bool {
        let form = value.unwrap_or("absent");
        let told = is_blank(form) || form == self.test_flag.debug;
        told || self.test_flag.real.iter().any(|real| real == form)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{find, read};
    use super::*;

    fn call(pairs: &[(&str, &str)]) -> Params {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    fn told(profile: &str, scene: &str, twin: &[(&str, &str)]) -> Option<String> {
        let unchanged = call(&[
            ("customerName", "a"),
            ("orderAmount", "1"),
            ("orderId", "o"),
        ]);
        find(profile)
            .unwrap()
            .forbids(scene, &unchanged, &call(twin))
    }

    #[test]
    fn a_mandatory_parameter_cannot_be_left_out() {
        let twin = [("orderAmount", "1"), ("orderId", "o")];
        let told_of = told("cn-v1", "newInstance", &twin).unwrap();
        assert_eq!(told_of, "customerName is mandatory in profile cn-v1");
        assert_eq!(told("intl-v1", "newInstance", &twin), None);
    }

    #[test]
    fn what_was_lacking_before_is_no_breach() {
        let same = call(&[("orderId", "o")]);
        let book = find("cn-v1").unwrap();
        assert_eq!(book.forbids("newInstance", &same, &same), None);
    }

    #[test]
    fn values_stay_within_their_tables() {
        let digits = |value| {
            let twin = [
                ("customerName", "a"),
                ("orderAmount", "1"),
                ("orderId", "o"),
            ];
            let twin = [&twin[..], &[("amount", value)]].concat();
            ["cn-v1", "intl-v1"].map(|book| told(book, "newInstance", &twin).is_none())
        };
        assert_eq!(digits("9999"), [true, true]);
        assert_eq!(digits("9999999"), [true, false]);
        assert_eq!(digits("99999999"), [false, false]);
    }

    #[test]
    fn amounts_are_negative_where_the_book_says_so_alone() {
        let twin = [
            ("customerName", "a"),
            ("orderAmount", "-1"),
            ("orderId", "o"),
        ];
        assert_eq!(told("cn-v1", "refreshInstance", &twin), None);
        assert!(
            told("cn-v1", "newInstance", &twin)
                .unwrap()
                .contains("never negative")
        );
    }

    #[test]
    fn a_real_call_has_a_flag_of_the_book() {
        let text = include_str!("../../profiles/cn-v1.toml");
        let strict = text.replace("real = [\"absent\", \"0\"]", "real = [\"0\"]");
        let strict = read("strict", "strict.toml", &strict).unwrap();
        let (bare, zero) = (call(&[]), call(&[("testFlag", "0")]));
        let told = strict.forbids("upgrade", &zero, &bare).unwrap();
        assert_eq!(
            told,
            "testFlag is never absent in a real call in profile strict"
        );
        assert_eq!(strict.forbids("upgrade", &bare, &zero), None);
        let free = find("cn-v1").unwrap();
        for flag in ["", "0"] {
            let flagged = call(&[("testFlag", flag)]);
            assert_eq!(free.forbids("upgrade", &bare, &flagged), None);
            assert_eq!(free.forbids("upgrade", &flagged, &bare), None);
        }
    }

    #[test]
    fn a_value_is_one_of_those_that_the_book_lists() {
        let change = ("scene", "RENEWAL_CHANGE");
        let told_of = |profile: &str| told(profile, "refreshInstance", &[change, ("orderId", "o")]);
        assert_eq!(told_of("cn-v2"), None);
        assert_eq!(
            told_of("intl-v2").unwrap(),
            "scene is never RENEWAL_CHANGE in refreshInstance in profile intl-v2"
        );
    }

    #[test]
    fn a_flag_that_is_null_is_as_real_as_an_empty_one() {
        let book = find("cn-v2").unwrap();
        let flagged = call(&[("testFlag", NULL)]);
        assert_eq!(book.forbids("newInstance", &call(&[]), &flagged), None);
    }

    #[test]
    fn an_unknown_parameter_is_no_breach() {
        let twin = [
            ("customerName", "a"),
            ("orderAmount", "1"),
            ("orderId", "o"),
            ("further", "1"),
        ];
        assert_eq!(told("cn-v1", "newInstance", &twin), None);
    }
}
