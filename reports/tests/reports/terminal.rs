//! What a person reads.

use galleria_reports::terminal::{self, TerminalStyle};
use galleria_scenarios::event::Event;

use crate::{rule_book, runs};

fn render(events: &[Event], style: TerminalStyle) -> String {
    terminal::render(&rule_book::report(events), style)
}

fn plain(events: &[Event]) -> String {
    render(events, TerminalStyle::default())
}

#[test]
fn a_passing_run_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::passing()));
}

#[test]
fn a_failing_run_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::failing()));
}

#[test]
fn a_failing_run_with_every_call() {
    let style = TerminalStyle {
        verbose: 2,
        ..TerminalStyle::default()
    };
    insta::assert_snapshot!(render(&runs::failing(), style));
}

#[test]
fn a_run_of_repeats_with_every_call() {
    let style = TerminalStyle {
        verbose: 2,
        ..TerminalStyle::default()
    };
    insta::assert_snapshot!(render(&runs::repeated(), style));
}

#[test]
fn a_cut_off_record_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::cut_off()));
}

#[test]
fn an_interrupted_run_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::interrupted()));
}

#[test]
fn an_unreachable_seller_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::unreachable()));
}

#[test]
fn a_stale_known_failure_in_the_terminal() {
    insta::assert_snapshot!(plain(&runs::stale()));
}

#[test]
fn nothing_that_a_seller_sent_steers_the_terminal() {
    for verbose in 0..3 {
        let style = TerminalStyle {
            verbose,
            ..TerminalStyle::default()
        };
        let text = render(&runs::hostile(), style);
        assert!(
            !text.contains(|c: char| c.is_control() && c != '\n'),
            "{text:?}"
        );
        assert!(!text.contains('\u{202e}'));
    }
}

#[test]
fn ascii_means_ascii() {
    let style = TerminalStyle {
        ascii: true,
        verbose: 2,
        ..TerminalStyle::default()
    };
    for (name, events) in runs::all() {
        let text = render(&events, style);
        assert!(text.is_ascii(), "{name}: {text}");
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    let style = TerminalStyle {
        colour: true,
        verbose: 2,
        ..TerminalStyle::default()
    };
    let colourless = TerminalStyle {
        colour: false,
        ..style
    };
    for (name, events) in runs::all() {
        let coloured = render(&events, style);
        assert!(coloured.contains("\u{1b}["), "{name}");
        let stripped = console::strip_ansi_codes(&coloured);
        assert_eq!(stripped, render(&events, colourless), "{name}");
    }
}

#[test]
fn a_narrow_terminal_breaks_sentences_and_no_command() {
    let style = TerminalStyle {
        width: 60,
        ..TerminalStyle::default()
    };
    let text = render(&runs::failing(), style);
    let wide = text
        .lines()
        .filter(|line| console::measure_text_width(line) > 60);
    for line in wide {
        let word = line.trim_start();
        assert!(
            word.starts_with("curl ") || !word.contains(' ') || word.contains("signature="),
            "{line}"
        );
    }
}

#[test]
fn a_report_without_a_run_is_empty() {
    assert_eq!(
        terminal::render(
            &galleria_reports::RunReport::default(),
            TerminalStyle::default()
        ),
        ""
    );
}
