//! Known failures: what they excuse, where, and for how long.

use chrono::NaiveDate;
use galleria_reports::RunReport;
use galleria_reports::report::Standing;
use galleria_reports::terminal::{self, TerminalStyle};
use galleria_scenarios::event::{Event, KnownFailure};
use galleria_scenarios::verdict::{ExitCode, RunVerdict};

use crate::{rule_book, runs};

fn entry(rule: &str, scenario: Option<&str>, expires: Option<&str>) -> KnownFailure {
    KnownFailure {
        rule: rule.to_owned(),
        scenario: scenario.map(ToOwned::to_owned),
        reason: "ticket 9".to_owned(),
        expires: expires.map(|day| day.parse::<NaiveDate>().unwrap()),
    }
}

/// The run of 2026-11-28 with these known failures.
fn excusing(mut events: Vec<Event>, known: Vec<KnownFailure>) -> RunReport {
    if let Event::RunStarted(run) = &mut events[0] {
        run.known_failures = known;
    }
    rule_book::report(&events)
}

fn standing(report: &RunReport, id: &str) -> Standing {
    let concluded = report.conclude();
    let mut rules = concluded.rules.iter();
    rules.find(|rule| rule.id() == id).unwrap().standing
}

#[test]
fn an_entry_excuses_its_scenario_and_no_other() {
    let here = entry("SIG004", Some("purchase-repeated"), None);
    let elsewhere = entry("SIG004", Some("one-time"), None);
    let others = || vec![entry("IDM001", None, None)];
    let report = excusing(runs::failing(), [others(), vec![here]].concat());
    assert_eq!(standing(&report, "SIG004"), Standing::Known);
    assert_eq!(report.conclude().exit, ExitCode::Held);
    let report = excusing(runs::failing(), [others(), vec![elsewhere]].concat());
    assert_eq!(standing(&report, "SIG004"), Standing::Failed);
}

#[test]
fn findings_that_are_excused_are_told_beside_those_that_are_not() {
    let mut events = runs::failing();
    for event in &mut events {
        let Event::ScenarioFinished { judged, .. } = event else {
            continue;
        };
        for judged in judged.iter_mut().filter(|judged| judged.rule == "SIG004") {
            judged.findings[0].scenario = "forged-token".to_owned();
        }
    }
    let known = vec![entry(
        "SIG004",
        Some("purchase-repeated"),
        Some("2026-12-31"),
    )];
    let concluded = excusing(events, known).conclude();
    let rule = concluded
        .rules
        .iter()
        .find(|rule| rule.id() == "SIG004")
        .unwrap();
    assert_eq!(rule.standing, Standing::Failed);
    assert_eq!(rule.findings().len(), 1);
    assert_eq!(
        rule.judged.reason.as_deref(),
        Some("4 further findings are excused: ticket 9 (until 2026-12-31)")
    );
}

#[test]
fn the_last_day_counts_and_the_next_one_does_not() {
    let known = |day| {
        vec![
            entry("SIG004", None, Some(day)),
            entry("IDM001", None, None),
        ]
    };
    let report = excusing(runs::failing(), known("2026-11-28"));
    assert_eq!(standing(&report, "SIG004"), Standing::Known);
    assert_eq!(report.conclude().exit, ExitCode::Held);
    let report = excusing(runs::failing(), known("2026-11-27"));
    let concluded = report.conclude();
    assert_eq!(standing(&report, "SIG004"), Standing::Failed);
    assert_eq!(concluded.expired.len(), 1);
    assert_eq!(concluded.exit, ExitCode::Failed);
}

#[test]
fn an_entry_whose_day_is_over_fails_a_run_that_has_no_other_fault() {
    let known = vec![entry("SIG004", Some("paid-life"), Some("2026-01-31"))];
    let report = excusing(runs::passing(), known);
    let concluded = report.conclude();
    assert_eq!(concluded.verdict, RunVerdict::Fail);
    assert_eq!(standing(&report, "SIG004"), Standing::Stale);
    let text = terminal::render(&report, TerminalStyle::default());
    assert!(text.contains("SIG004 in paid-life was excused until 2026-01-31 only: ticket 9"));
    assert!(
        text.contains("FAIL: 1 known failure is out of date"),
        "{text}"
    );
}

#[test]
fn an_entry_is_stale_where_its_rule_looked_and_found_nothing() {
    let of = |scenario| vec![entry("SIG004", scenario, None)];
    for (scenario, stale) in [
        (None, true),
        (Some("paid-life"), true),
        (Some("forged-token"), false),
    ] {
        let concluded = excusing(runs::passing(), of(scenario)).conclude();
        assert_eq!(!concluded.stale.is_empty(), stale, "{scenario:?}");
    }
}

#[test]
fn a_part_of_the_scenarios_makes_no_entry_stale_that_may_be_about_the_rest() {
    let mut events = runs::passing();
    if let Event::RunStarted(run) = &mut events[0] {
        run.part = true;
    }
    let known = |scenario| vec![entry("SIG004", scenario, None)];
    let concluded = excusing(events.clone(), known(None)).conclude();
    assert_eq!(concluded.exit, ExitCode::Held);
    let concluded = excusing(events, known(Some("paid-life"))).conclude();
    assert_eq!(concluded.exit, ExitCode::Failed);
}
