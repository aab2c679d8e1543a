//! The fold: what the report holds after which events.

use galleria_reports::report::{Progress, Standing};
use galleria_reports::{ReportSink, RunReport};
use galleria_scenarios::event::Event;
use galleria_scenarios::record::Sink;
use galleria_scenarios::verdict::{ExitCode, RunVerdict};

use crate::{rule_book, runs};

#[test]
fn a_cut_off_record_shows_the_scenario_under_way_as_unfinished() {
    let report = rule_book::report(&runs::cut_off());
    let progress: Vec<_> = report
        .scenarios
        .iter()
        .map(|s| s.progress.clone())
        .collect();
    assert_eq!(
        progress,
        [Progress::Finished, Progress::UnderWay, Progress::Waiting]
    );
    assert_eq!(report.scenarios[1].exchanges().count(), 1);
    assert!(!report.scenarios[1].is_judged());
    let concluded = report.conclude();
    assert_eq!(concluded.verdict, RunVerdict::Interrupted);
    assert!(
        concluded
            .stopped
            .is_some_and(|reason| reason.contains("cut off"))
    );
    assert_eq!(report.elapsed().as_micros(), 1_500 + 2_650 + 400 + 2_650);
}

#[test]
fn standings_tell_what_a_verdict_means_for_the_run() {
    let concluded = rule_book::report(&runs::failing()).conclude();
    let of = |id: &str| {
        let rule = concluded.rules.iter().find(|rule| rule.id() == id);
        rule.map(|rule| rule.standing)
    };
    assert_eq!(of("SIG004"), Some(Standing::Failed));
    assert_eq!(of("TRN005"), Some(Standing::Noted));
    assert_eq!(of("IDM001"), Some(Standing::Known));
    assert_eq!(of("TRN001"), Some(Standing::Stale));
    assert_eq!(of("IDM010"), Some(Standing::NotApplicable));
    assert_eq!(of("LIF006"), Some(Standing::Unobserved));
    assert_eq!(of("SIG001"), Some(Standing::Held));
    assert_eq!(concluded.exit, ExitCode::Failed);
}

#[test]
fn nothing_is_stale_in_a_run_that_was_interrupted() {
    let mut events = runs::interrupted();
    let known = galleria_scenarios::event::KnownFailure {
        rule: "SIG001".to_owned(),
        scenario: None,
        reason: "ticket 1".to_owned(),
        expires: None,
    };
    if let galleria_scenarios::event::Event::RunStarted(run) = &mut events[0] {
        run.known_failures.push(known);
    }
    let concluded = rule_book::report(&events).conclude();
    assert_eq!(concluded.standing(Standing::Stale).count(), 0);
}

#[test]
fn a_step_that_the_rule_book_does_not_have_is_not_missed() {
    let missed = |by_book: bool| {
        let mut events = runs::failing();
        for event in &mut events {
            if let Event::StepLeftOut { left_out, .. } = event {
                left_out.by_book = by_book;
            }
        }
        let report = rule_book::report(&events);
        let scenarios = report.scenarios.iter();
        let missed: usize = scenarios.clone().map(|s| s.left_out().count()).sum();
        let told = scenarios
            .flat_map(|s| &s.steps)
            .filter(|s| s.left_out.is_some());
        (missed, told.count())
    };
    let (count, told) = missed(false);
    assert!(count > 0 && told == count, "{count} of {told}");
    assert_eq!(missed(true), (0, told));
}

#[test]
fn a_live_sink_folds_the_same_report_as_the_saved_events() {
    let events = runs::failing();
    let sink = ReportSink::default();
    let mut fed: Box<dyn Sink> = Box::new(sink.clone());
    for event in &events {
        fed.take(event).unwrap();
    }
    let live = sink.take_report();
    let saved = RunReport::from_events(&events);
    assert_eq!(format!("{live:?}"), format!("{saved:?}"));
    assert!(sink.take_report().run.is_none());
}

#[test]
fn events_of_scenarios_side_by_side_find_their_own_scenario() {
    let events = runs::failing();
    let (mut first, mut rest): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
    for event in events {
        let is_first = format!("{event:?}").contains("scenario: \"purchase-repeated\"");
        if is_first {
            first.push(event);
        } else {
            rest.push(event);
        }
    }
    let begun = rest.remove(0);
    let mut mixed = vec![begun];
    let mut first = first.into_iter();
    for event in rest {
        mixed.push(event);
        mixed.extend(first.next());
    }
    mixed.extend(first);
    let report = rule_book::report(&mixed);
    assert_eq!(report.scenarios[0].exchanges().count(), 5);
    assert_eq!(report.scenarios[1].exchanges().count(), 5);
    let numbers: Vec<_> = report
        .exchanges()
        .iter()
        .map(|exchange| exchange.id.0)
        .collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
}
