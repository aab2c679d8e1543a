//! The page: its structure, its safety, and what it says.

use std::collections::BTreeSet;

use galleria_reports::formats;
use galleria_scenarios::event::Event;
use serde_json::json;

use crate::story::{Story, answer, plan, saw};
use crate::{rule_book, runs};

fn render(events: &[Event]) -> String {
    rule_book::draw("html", events)
}

/// The tags of a page, without those inside its style and script.
fn tags(page: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        tags.push(tag);
        rest = &rest[end..];
        for raw in ["style", "script"] {
            if tag == format!("<{raw}>") {
                rest = &rest[rest.find(&format!("</{raw}>")).unwrap()..];
            }
        }
    }
    tags
}

fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    let tags = tags(page);
    let values = tags
        .iter()
        .filter_map(|tag| tag.split_once(&open)?.1.split('"').next());
    values.collect()
}

/// A tag without the values of its attributes.
fn unquoted(tag: &str) -> String {
    tag.split('"').step_by(2).collect()
}

#[test]
fn every_tag_is_closed_in_its_turn() {
    let empty = ["!doctype", "meta", "rect", "br", "input"];
    for (name, events) in runs::all() {
        let page = render(&events);
        let mut open: Vec<&str> = Vec::new();
        for tag in tags(&page) {
            let word = tag
                .trim_matches(['<', '>', '/'])
                .split([' ', '\n'])
                .next()
                .unwrap();
            if tag.starts_with("</") {
                assert_eq!(open.pop(), Some(word), "{name}: {tag}");
            } else if !empty.contains(&word) {
                open.push(word);
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}

#[test]
fn hostile_text_is_shown_and_makes_no_tag() {
    let page = render(&runs::hostile());
    let scripts = tags(&page)
        .into_iter()
        .filter(|tag| tag.starts_with("<script"));
    assert_eq!(scripts.count(), 1);
    for tag in tags(&page) {
        assert!(!tag.starts_with("<img"), "{tag}");
        assert!(
            !unquoted(tag).contains("onerror"),
            "an attribute broke open: {tag}"
        );
    }
    assert!(
        page.contains("&#60;img src=x onerror=alert(1)&#62;"),
        "the text is not shown"
    );
    assert!(
        page.contains("\\u{1b}[31m\\u{202e}\\u{0}"),
        "what is hidden is not shown"
    );
    assert!(!page.contains('\u{202e}') && !page.contains('\u{1b}') && !page.contains('\0'));
}

#[test]
fn the_page_asks_nothing_of_any_network() {
    for (name, events) in runs::all() {
        let page = render(&events);
        assert!(page.contains("default-src &#39;none&#39;"), "{name}");
        for tag in tags(&page) {
            let attributes = unquoted(tag);
            assert!(!tag.starts_with("<link"), "{name}: {tag}");
            assert!(
                !attributes.contains("src=") && !attributes.contains("style="),
                "{name}: {tag}"
            );
        }
        assert!(
            values(&page, "href")
                .iter()
                .all(|href| href.starts_with('#')),
            "{name}"
        );
    }
}

#[test]
fn every_link_leads_somewhere_and_no_place_has_two_names() {
    for (name, events) in runs::all() {
        let page = render(&events);
        let ids = values(&page, "id");
        let places: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(places.len(), ids.len(), "{name}");
        for href in values(&page, "href") {
            assert!(places.contains(&href[1..]), "{name}: {href}");
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let page = render(&runs::failing());
    let mut level = 0;
    for tag in tags(&page) {
        let Some(next) = tag
            .strip_prefix("<h")
            .and_then(|rest| rest.chars().next()?.to_digit(10))
        else {
            continue;
        };
        assert!(next <= level + 1, "{tag} after h{level}");
        level = next;
    }
}

#[test]
fn a_failing_run_tells_its_findings_its_calls_and_its_documentation() {
    let page = render(&runs::failing());
    for text in [
        "1 rule failed",
        "signature-wrong",
        "and 4 more like it",
        "Sign the answer&#39;s bytes with the key alone.",
        "华为 &#38; Co",
        "TRN001 is on the list of known failures",
        "200 accepted",
        "timed out",
        "forged-token, twin of 6",
        "products billed period have no such life",
        "Serialise once.",
        "first byte at 1.24 s",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn an_unfinished_scenario_says_that_no_rule_has_looked() {
    let page = render(&runs::cut_off());
    assert!(page.contains("no rule has looked at them"));
    assert!(page.contains("Not everything was played"));
}

#[test]
fn what_a_probe_counted_is_told() {
    let page = render(&runs::repeated());
    assert!(page.contains("order CS26 has 2 instances"), "{page}");
    assert!(page.contains("cut on purpose"), "{page}");
}

#[test]
fn a_long_body_is_cut_with_a_note() {
    let mut story = Story::begin(plan(&[("long", "Long")]));
    story.scenario("long", "Long", "");
    story.step("send", "newInstance", "");
    story.call(
        "newInstance",
        json!({ "response": answer(200, &"x".repeat(20_000)) }),
    );
    story.judged(vec![saw("SIG001", 1, Vec::new())]);
    let page = render(&story.end(None));
    assert!(page.contains("11808 more are in the record"));
    assert!(!page.contains(&"x".repeat(9_000)));
}

#[test]
fn the_same_events_give_the_same_bytes() {
    for format in formats::ALL {
        let render = || format.render(&rule_book::report(&runs::failing())).unwrap();
        assert_eq!(render(), render(), "{}", format.name());
    }
}
