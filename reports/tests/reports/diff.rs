//! Two runs side by side.

use galleria_reports::diff::{self, Change, Diff};
use galleria_reports::terminal::TerminalStyle;
use galleria_scenarios::event::Event;
use galleria_scenarios::verdict::ExitCode;

use crate::{rule_book, runs};

fn compare(before: &[Event], after: &[Event]) -> Diff {
    diff::diff(&rule_book::report(before), &rule_book::report(after)).unwrap()
}

fn ids(diff: &Diff, change: Change) -> Vec<&str> {
    diff.of(change).map(|rule| rule.id.as_str()).collect()
}

#[test]
fn what_broke_is_told_with_its_new_mistakes() {
    let diff = compare(&runs::passing(), &runs::failing());
    assert_eq!(ids(&diff, Change::Broke), ["SIG004"]);
    assert_eq!(diff.exit, ExitCode::Failed);
    insta::assert_snapshot!(diff::text(&diff, TerminalStyle::default()));
}

#[test]
fn what_was_mended_fails_nothing() {
    let diff = compare(&runs::failing(), &runs::passing());
    assert_eq!(ids(&diff, Change::Mended), ["SIG004"]);
    assert_eq!(ids(&diff, Change::Broke), Vec::<&str>::new());
    assert_eq!(diff.exit, ExitCode::Held);
    insta::assert_snapshot!(diff::json(&diff));
}

#[test]
fn a_rule_that_looks_at_nothing_was_not_mended() {
    let diff = compare(&runs::failing(), &runs::cut_off());
    assert_eq!(ids(&diff, Change::Mended), Vec::<&str>::new());
    assert!(ids(&diff, Change::LostSight).contains(&"SIG004"));
    assert_eq!(diff.exit, ExitCode::Interrupted);
}

#[test]
fn the_same_run_twice_has_no_news() {
    let diff = compare(&runs::failing(), &runs::failing());
    assert_eq!(ids(&diff, Change::StillFails), ["SIG004"]);
    assert_eq!(diff.rules.len(), 1);
    assert_eq!(diff.exit, ExitCode::Held);
    let diff = compare(&runs::passing(), &runs::passing());
    assert!(diff::text(&diff, TerminalStyle::default()).contains("no rule changed"));
}

#[test]
fn a_further_mistake_of_a_failing_rule_is_news() {
    let mut events = runs::failing();
    for event in &mut events {
        let Event::ScenarioFinished { judged, .. } = event else {
            continue;
        };
        for judged in judged.iter_mut().filter(|judged| judged.rule == "SIG004") {
            judged.findings[0].place = "header Content-Length".to_owned();
        }
    }
    let diff = compare(&runs::failing(), &events);
    assert_eq!(ids(&diff, Change::Worse), ["SIG004"]);
    assert_eq!(diff.exit, ExitCode::Failed);
}

#[test]
fn runs_that_differ_beside_the_seller_say_so() {
    let mut events = runs::passing();
    if let Event::RunStarted(run) = &mut events[0] {
        run.profile = "intl-v1".to_owned();
    }
    let diff = compare(&runs::passing(), &events);
    assert_eq!(diff.differences, ["profile: cn-v1 before, intl-v1 now"]);
}

#[test]
fn hostile_text_steers_no_terminal() {
    let diff = compare(&runs::passing(), &runs::hostile());
    let text = diff::text(&diff, TerminalStyle::default());
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\0']), "{text}");
}
