//! Records judged anew, offline: the rules see in them what they saw when they were played.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Cursor;

use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::proof::{Peer, peers};
use galleria_scenarios::record::{self, AgainError, judge_again};
use galleria_scenarios::rule::Judged;

/// Every how many peers one is played: the first calls of all are alike.
const STRIDE: usize = 5;

/// A record as it is after it was written and read.
fn recorded(peer: &Peer, profile: &str, billing: Billing) -> Vec<Event> {
    let mut lines = Vec::new();
    for event in peer.record(profile, billing).unwrap() {
        serde_json::to_writer(&mut lines, &event).unwrap();
        lines.push(b'\n');
    }
    record::read(Cursor::new(lines)).unwrap().events
}

fn judged(events: &[Event]) -> Vec<(&str, &[Judged])> {
    let judged = events.iter().filter_map(|event| match event {
        Event::ScenarioFinished {
            scenario, judged, ..
        } => Some((scenario.as_str(), judged.as_slice())),
        _ => None,
    });
    judged.collect()
}

fn reference() -> Peer {
    peers()[0]
}

#[test]
fn the_rules_see_again_what_they_saw() {
    let odd = |peer: &Peer| ["byte-order-mark", "message-in-gbk"].contains(&peer.name);
    let others = peers().into_iter().filter(odd);
    let chosen = peers().into_iter().step_by(STRIDE).chain(others);
    let (mut findings, mut scenarios) = (0, 0);
    for peer in chosen {
        for profile in ["cn-v1", "cn-v2"] {
            let events = recorded(&peer, profile, Billing::Period);
            let again = judge_again(&events).unwrap();
            assert!(again.gone.is_empty() && again.left.is_empty(), "{again:?}");
            let (before, after) = (judged(&events), judged(&again.events));
            scenarios += before.len();
            assert_eq!(before, after, "{} by {profile}", peer.name);
            let each = after.iter().flat_map(|(_, judged)| *judged);
            findings += each.map(|judged| judged.findings.len()).sum::<usize>();
        }
    }
    assert!(findings > 100 && scenarios > 1000, "{findings} {scenarios}");
}

#[test]
fn a_finding_that_was_taken_out_comes_back() {
    let faulty = peers().into_iter();
    let mut faulty = faulty.filter(|peer| peer.name == "signs-key-and-timestamp");
    let mut events = recorded(&faulty.next().unwrap(), "cn-v1", Billing::Period);
    let whole = events.clone();
    for event in &mut events {
        if let Event::ScenarioFinished { judged, .. } = event {
            for judged in judged {
                judged.findings.clear();
            }
        }
    }
    assert_ne!(judged(&events), judged(&whole));
    let again = judge_again(&events).unwrap();
    assert_eq!(judged(&again.events), judged(&whole));
}

#[test]
fn rules_that_are_no_more_keep_what_they_saw() {
    let mut events = recorded(&reference(), "cn-v1", Billing::Period);
    let Event::RunStarted(run) = &mut events[0] else {
        panic!("a record begins with its run");
    };
    "OLD001".clone_into(&mut run.rules[0].id);
    let was = events.iter_mut().find_map(|event| match event {
        Event::ScenarioFinished { judged, .. } => Some(judged),
        _ => None,
    });
    was.unwrap().push(Judged {
        rule: "OLD001".to_owned(),
        looked_at: 3,
        findings: Vec::new(),
        doubts: Vec::new(),
    });
    let again = judge_again(&events).unwrap();
    assert_eq!(again.gone, ["OLD001"]);
    let kept = judged(&again.events);
    let kept = kept.iter().flat_map(|(_, judged)| *judged);
    assert_eq!(kept.filter(|one| one.rule == "OLD001").count(), 1);
}

#[test]
fn scenarios_whose_calls_are_not_there_are_left_as_they_were() {
    let mut events = recorded(&reference(), "cn-v1", Billing::Period);
    let whole = judged(&events)[0];
    let (lost, saw) = (whole.0.to_owned(), whole.1.to_vec());
    events.retain(|event| !matches!(event, Event::Exchanged(call) if call.scenario == lost));
    let again = judge_again(&events).unwrap();
    assert_eq!(again.left, [lost]);
    assert_eq!(judged(&again.events)[0].1, saw);
}

#[test]
fn what_has_no_rule_book_is_not_judged() {
    assert!(matches!(judge_again(&[]), Err(AgainError::NoRun)));
    let mut events = recorded(&reference(), "cn-v1", Billing::Period);
    let Event::RunStarted(run) = &mut events[0] else {
        panic!("a record begins with its run");
    };
    run.own_profile = Some("api = 7".to_owned());
    assert!(matches!(
        judge_again(&events),
        Err(AgainError::WrongBook(_))
    ));
    let Event::RunStarted(run) = &mut events[0] else {
        panic!("a record begins with its run");
    };
    run.own_profile = None;
    "cn-v9".clone_into(&mut run.profile);
    assert!(matches!(judge_again(&events), Err(AgainError::NoBook(_))));
}
