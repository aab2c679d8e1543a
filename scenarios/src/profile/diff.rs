//! Where two books differ.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::book::Profile;
use super::fact::{Fact, facts};

/// One fact that two books state differently, or that one of them lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The part of the books, such as `newInstance request`.
    pub group: String,
    /// What it is about, such as a parameter.
    pub subject: String,
    /// What of it, such as `max`; absent where one book has nothing of the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspect: Option<&'static str>,
    /// What the first book says; absent where it says nothing.
    pub a: Option<Stated>,
    /// What the second book says; absent where it says nothing.
    pub b: Option<Stated>,
}

/// What a book says, and where from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stated {
    /// What it says.
    pub value: String,
    /// Where from: a paragraph of the project's digest and the date of the page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What a book says of one subject.
#[derive(Default)]
struct Subject {
    /// By aspect.
    facts: IndexMap<&'static str, Stated>,
    /// Whether every scene has it, so that it is told once for all of them.
    common: bool,
}

/// The subjects by group and name.
type Subjects = IndexMap<(String, String), Subject>;

/// Every fact in which two books differ, in the order of the first one. Sources and the dates of
/// pages are told beside facts that differ; on their own they are no difference.
pub fn diff(a: &Profile, b: &Profile) -> Vec<Difference> {
    let (a, b) = (by_subject(facts(a)), by_subject(facts(b)));
    let mut found = Vec::new();
    for key in merged(&a, &b) {
        let (one, other) = (a.get(key), b.get(key));
        if [one, other]
            .into_iter()
            .flatten()
            .all(|subject| subject.common)
        {
            continue;
        }
        match (one, other) {
            (Some(one), Some(other)) => within(key, one, other, &mut found),
            (one, other) => found.push(Difference {
                group: key.0.clone(),
                subject: key.1.clone(),
                aspect: None,
                a: one.map(whole),
                b: other.map(whole),
            }),
        }
    }
    found
}

fn by_subject(facts: Vec<Fact>) -> Subjects {
    let mut subjects = Subjects::new();
    for fact in facts {
        let stated = Stated {
            value: fact.value,
            source: fact.source,
        };
        let subject = subjects.entry((fact.group, fact.subject)).or_default();
        subject.facts.insert(fact.aspect, stated);
        subject.common = fact.common;
    }
    subjects
}

/// The keys of both, each group in one piece: what only the second has follows its group.
fn merged<'a>(a: &'a Subjects, b: &'a Subjects) -> Vec<&'a (String, String)> {
    let groups: Vec<&String> = a.keys().chain(b.keys()).map(|(group, _)| group).collect();
    let mut seen = BTreeSet::new();
    let groups = groups.into_iter().filter(|group| seen.insert(*group));
    let of = |group: &'a String| {
        let further = b.keys().filter(|key| !a.contains_key(*key));
        let keys = a.keys().chain(further);
        keys.filter(move |key| &key.0 == group)
    };
    groups.flat_map(of).collect()
}

fn within(key: &(String, String), a: &Subject, b: &Subject, found: &mut Vec<Difference>) {
    let (a, b) = (&a.facts, &b.facts);
    let further = b.keys().filter(|aspect| !a.contains_key(*aspect));
    for aspect in a.keys().chain(further) {
        let (one, other) = (a.get(aspect), b.get(aspect));
        if one.map(|stated| &stated.value) != other.map(|stated| &stated.value) {
            found.push(Difference {
                group: key.0.clone(),
                subject: key.1.clone(),
                aspect: Some(aspect),
                a: one.cloned(),
                b: other.cloned(),
            });
        }
    }
}

/// All that a book says of a subject, in a line.
fn whole(subject: &Subject) -> Stated {
    let aspects = subject.facts.iter();
    let aspects = aspects.map(|(aspect, stated)| format!("{aspect} {}", stated.value));
    Stated {
        value: aspects.collect::<Vec<_>>().join(", "),
        source: subject
            .facts
            .values()
            .next()
            .map_or_else(String::new, |s| s.source.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{find, read};
    use super::*;

    #[test]
    fn a_book_differs_from_itself_in_nothing() {
        for book in super::super::all() {
            assert_eq!(diff(&book, &book), []);
        }
    }

    #[test]
    fn what_one_book_lacks_is_one_difference_with_all_that_the_other_says() {
        let text = include_str!("../../profiles/cn-v1.toml");
        let line = text
            .lines()
            .find(|line| line.contains("name = \"memo\""))
            .unwrap();
        let short = read("short", "short.toml", &text.replace(line, "")).unwrap();
        let found = diff(&find("cn-v1").unwrap(), &short);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].subject.as_str(), &found[0].b), ("memo", &None));
        let stated = found[0].a.as_ref().unwrap();
        assert!(
            stated.value.starts_with("need O, type String, max 1024"),
            "{stated:?}"
        );
        assert_eq!(stated.source, "v1 §5.1, page of 2025-02-12");
    }

    #[test]
    fn the_sites_differ_where_the_pages_do() {
        let found = diff(&find("cn-v1").unwrap(), &find("intl-v1").unwrap());
        let has = |group: &str, subject: &str, a: Option<&str>, b: Option<&str>| {
            let value = |stated: &Option<Stated>| stated.as_ref().map(|s| s.value.clone());
            let same =
                |given: &Option<Stated>, wanted: Option<&str>| value(given).as_deref() == wanted;
            found
                .iter()
                .any(|d| d.group == group && d.subject == subject && same(&d.a, a) && same(&d.b, b))
        };
        assert!(has(
            "newInstance request",
            "customerName",
            Some("M"),
            Some("O")
        ));
        assert!(has("upgrade request", "amount", Some("7"), Some("4")));
        assert!(has("amounts", "orderAmount", Some("CNY"), Some("USD")));
        let codes = found.iter().filter(|d| d.group == "codes");
        assert!(codes.map(|d| d.subject.as_str()).eq([
            "000101", "000102", "000103", "000104", "000105", "000106", "000107"
        ]));
    }
}
