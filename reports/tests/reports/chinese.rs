//! Each format in Chinese, and the page in either language. The texts of the made-up run and of its rules
//! are in no catalogue and stay as they are; everything around them is told.

use galleria_reports::lang::Lang;
use galleria_reports::terminal::{self, TerminalStyle};
use galleria_reports::{diff, formats};

use crate::rule_book::{draw, report};
use crate::runs;

#[test]
fn a_failing_run_in_each_format() {
    let all = formats::ALL.iter().map(|format| format.name());
    // The page has a test of its own.
    for format in all.filter(|name| *name != "html") {
        let drawn = Lang::Zh.speaking(|| draw(format, &runs::failing()));
        assert_ne!(drawn, draw(format, &runs::failing()), "{format}");
        insta::assert_snapshot!(format!("a_failing_run_as_{format}_in_chinese"), drawn);
    }
}

#[test]
fn a_failing_run_in_the_terminal() {
    Lang::Zh.speaking(|| {
        let report = report(&runs::failing());
        insta::assert_snapshot!(terminal::render(&report, TerminalStyle::default()));
    });
}

#[test]
fn what_broke() {
    Lang::Zh.speaking(|| {
        let diff = diff::diff(&report(&runs::passing()), &report(&runs::failing())).unwrap();
        insta::assert_snapshot!(diff::text(&diff, TerminalStyle::default()));
    });
}

/// What a page shows, without its style, its script and its tags.
fn shown(page: &str) -> String {
    let mut text = page.to_owned();
    for raw in ["style", "script"] {
        let (open, close) = (format!("<{raw}"), format!("</{raw}>"));
        while let Some(at) = text.find(&open) {
            let end = text[at..].find(&close).unwrap() + at + close.len();
            text.replace_range(at..end, "");
        }
    }
    let parts = text.split('<').map(|part| match part.split_once('>') {
        Some((_, behind)) => behind,
        None => part,
    });
    let lines = parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn the_page_in_either_language() {
    for lang in Lang::ALL {
        let page = lang.speaking(|| draw("html", &runs::failing()));
        insta::assert_snapshot!(
            format!("what_the_page_shows_in_{}", lang.name()),
            shown(&page)
        );
    }
}
