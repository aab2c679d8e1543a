//! Rules and digest belong together: no rule cites a section that does not exist, and no section is
//! forgotten without a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use galleria_scenarios::profile::{self, Profile};
use galleria_scenarios::{gateway, platform_message, rules};

/// The sections of one document with their text, by number such as `5.1`.
fn sections(document: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("spec")
        .join(format!("{document}.md"));
    let text = std::fs::read_to_string(path).expect("the digest is there");
    let mut sections = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if let Some(heading) = line
            .strip_prefix("##")
            .map(|rest| rest.trim_start_matches('#').trim())
        {
            current = heading
                .strip_prefix('§')
                .and_then(|rest| rest.split(' ').next())
                .map(ToOwned::to_owned);
        }
        if let Some(number) = &current {
            sections
                .entry(number.clone())
                .or_insert_with(String::new)
                .push_str(line);
        }
    }
    sections
}

/// The citations of a source such as `v1 §1, §8`, as (document, section).
fn citations(source: &str) -> Vec<(String, String)> {
    let mut document = String::new();
    let mut found = Vec::new();
    for word in source.split([' ', ',']).filter(|word| !word.is_empty()) {
        match word.strip_prefix('§') {
            Some(section) => found.push((document.clone(), section.to_owned())),
            None => word.clone_into(&mut document),
        }
    }
    found
}

#[test]
fn every_section_that_a_rule_cites_exists() {
    for rule in rules::all().chain(gateway::listed_rules()) {
        let cited = citations(rule.source);
        assert!(
            !cited.is_empty(),
            "{} cites nothing: {}",
            rule.id,
            rule.source
        );
        for (document, section) in cited {
            assert!(
                sections(&document).contains_key(&section),
                "{} cites {document} §{section}, which does not exist",
                rule.id
            );
        }
    }
}

#[test]
fn every_section_that_a_message_cites_exists() {
    for message in platform_message::all() {
        let cited = citations(&message.source);
        assert!(!cited.is_empty(), "{} cites nothing", message.id);
        for (document, section) in cited {
            assert!(
                sections(&document).contains_key(&section),
                "{} cites {document} §{section}, which does not exist",
                message.id
            );
        }
    }
}

#[test]
fn every_section_is_cited_or_says_why_nothing_can_show_it() {
    let cited: BTreeSet<(String, String)> = rules::all()
        .chain(gateway::listed_rules())
        .flat_map(|rule| citations(rule.source))
        .collect();
    for document in ["v1", "v2", "kit", "licence"] {
        for (section, text) in sections(document) {
            let is_cited = cited.contains(&(document.to_owned(), section.clone()));
            let subsections = cited
                .iter()
                .any(|(d, s)| d == document && s.starts_with(&format!("{section}.")));
            assert!(
                is_cited || subsections || text.contains("**Not judged**"),
                "{document} §{section} is cited by no rule and does not say why"
            );
        }
    }
}

/// Every source that a book names.
fn sources(book: &Profile) -> Vec<String> {
    let amounts = book.amounts.iter().map(|amounts| &amounts.source);
    let whole = [
        &book.limits.answer_source,
        &book.limits.slow_source,
        &book.test_flag.source,
        &book.key.source,
        &book.timestamp.source,
        &book.answers.source,
    ];
    let whole = whole.into_iter().chain(amounts);
    let of_rows = |rows: &[profile::Row]| -> Vec<String> {
        rows.iter()
            .map(|row| row.source.paragraph.clone())
            .collect()
    };
    let mut found: Vec<String> = whole.map(|source| source.paragraph.clone()).collect();
    found.extend(
        book.forces
            .values()
            .map(|here| here.source.paragraph.clone()),
    );
    found.extend(
        book.billing
            .values()
            .map(|scenes| scenes.source.paragraph.clone()),
    );
    for scene in book.scenes.values() {
        found.push(scene.source.paragraph.clone());
        found.extend(
            scene
                .retry
                .iter()
                .map(|retry| retry.source.paragraph.clone()),
        );
        found.extend(of_rows(&scene.request));
        found.extend(of_rows(&scene.answer));
    }
    for object in book.objects.values() {
        found.extend(of_rows(&object.members));
    }
    found.extend(book.codes.iter().map(|code| code.source.paragraph.clone()));
    found.extend(book.contradictions.iter().map(|entry| entry.source.clone()));
    found
}

#[test]
fn every_section_that_a_profile_cites_exists() {
    for book in profile::all() {
        let sources: BTreeSet<String> = sources(&book).into_iter().collect();
        assert!(sources.len() > 8, "{} cites little: {sources:?}", book.id);
        for source in sources {
            let cited = citations(&source);
            assert!(!cited.is_empty(), "{} cites nothing: {source}", book.id);
            for (document, section) in cited {
                assert!(
                    sections(&document).contains_key(&section),
                    "{} cites {document} §{section}, which does not exist",
                    book.id
                );
            }
        }
    }
}

#[test]
fn a_contradiction_is_the_same_in_every_book_that_has_it() {
    let books: Vec<Profile> = profile::all().collect();
    for (number, book) in books.iter().enumerate() {
        for entry in &book.contradictions {
            for other in books[number + 1..]
                .iter()
                .flat_map(|book| &book.contradictions)
            {
                let same = (&entry.point, &entry.versions, &entry.source, &entry.rules)
                    == (&other.point, &other.versions, &other.source, &other.rules);
                assert!(entry.id != other.id || same, "{}: {}", book.id, entry.id);
            }
        }
    }
}

#[test]
fn every_contradiction_is_named_once_and_tells_of_rules_that_exist() {
    for book in profile::all() {
        let names: BTreeSet<&str> = book.contradictions.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(names.len(), book.contradictions.len(), "{}", book.id);
        assert!(!names.is_empty(), "{} has no register", book.id);
        for entry in &book.contradictions {
            assert!(
                entry.versions.len() > 1,
                "{}: {} is no contradiction",
                book.id,
                entry.id
            );
            for rule in &entry.rules {
                assert!(rules::find(rule).is_some(), "{} names {rule}", entry.id);
            }
        }
    }
}
