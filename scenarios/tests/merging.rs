//! Records of shards, joined.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_scenarios::Billing;
use galleria_scenarios::event::{Event, RunStarted, Shard};
use galleria_scenarios::proof::{Memory, whole_catalog};
use galleria_scenarios::record::{Kept, MergeError, Recorder, merge, missing_shards};
use galleria_scenarios::run::{Plan, Stop, run};
use galleria_scenarios::verdict::{Conclusion, Tally};
use galleria_seller::{Reference, faults};

/// The whole catalog, or a share of it.
fn plan(shard: Option<(u32, u32)>) -> Plan {
    let mut plan = whole_catalog("cn-v1", Billing::Period);
    if let Some((number, of)) = shard {
        let all = plan.scenarios.into_iter();
        plan.scenarios = all.skip(number as usize - 1).step_by(of as usize).collect();
        plan.shard = Some(Shard { number, of });
    }
    plan
}

/// Plays against a seller with that fault, or against the right one.
fn play(plan: &Plan, fault: Option<&str>) -> Vec<Event> {
    let behaviour = match fault {
        Some(name) => (faults::all()
            .iter()
            .find(|entry| entry.name == name)
            .unwrap()
            .make)(),
        None => Arc::new(Reference),
    };
    let kept = Kept::default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let seat = Memory::new(behaviour, "the seller", Clock::system()).seat;
        let recorder = Recorder::new(vec![Box::new(kept.clone())]);
        run(plan, seat, recorder, Stop::default()).await
    });
    kept.take_events()
}

fn shards(of: u32, fault: Option<&str>) -> Vec<(String, Vec<Event>)> {
    let shard = |number| {
        let events = play(&plan(Some((number, of))), fault);
        (format!("{number}.jsonl"), events)
    };
    // The last one first: their order is their own.
    (1..=of).rev().map(shard).collect()
}

fn conclude(events: &[Event]) -> Conclusion {
    let mut tally = Tally::default();
    for event in events {
        tally.take(event);
    }
    tally.conclude()
}

fn verdicts(events: &[Event]) -> Vec<(String, String, u64)> {
    let rules = conclude(events).rules.into_iter();
    rules
        .map(|rule| (rule.rule.id, format!("{:?}", rule.verdict), rule.looked_at))
        .collect()
}

fn begun(events: &mut [Event]) -> &mut RunStarted {
    match &mut events[0] {
        Event::RunStarted(run) => run,
        other => panic!("{other:?}"),
    }
}

#[test]
fn shards_come_to_what_one_run_comes_to() {
    for fault in [None, Some("new-id-each-call")] {
        let whole = play(&plan(None), fault);
        let mut joined = merge(&shards(3, fault)).unwrap();
        let named = |events: &[Event]| -> Vec<_> {
            let rules = verdicts(events).into_iter();
            rules.map(|(id, verdict, _)| (id, verdict)).collect()
        };
        assert_eq!(named(&joined), named(&whole), "{fault:?}");
        assert_eq!(conclude(&joined).exit, conclude(&whole).exit);
        let run = begun(&mut joined);
        assert!(!run.part && run.shard.is_none());
        assert_eq!(run.scenarios.len(), plan(None).scenarios.len());
    }
}

#[test]
fn every_call_keeps_a_number_of_its_own() {
    let joined = merge(&shards(3, Some("new-id-each-call"))).unwrap();
    let mut ids: Vec<u64> = joined
        .iter()
        .filter_map(|event| match event {
            Event::Exchanged(exchange) => Some(exchange.id.0),
            _ => None,
        })
        .collect();
    let all = ids.len();
    assert!(ids.contains(&1) && ids.contains(&10_001) && ids.contains(&20_001));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    for finding in conclude(&joined)
        .rules
        .iter()
        .flat_map(|rule| &rule.findings)
    {
        assert!(ids.contains(&finding.exchange.0));
    }
}

#[test]
fn a_shard_that_is_missing_or_cut_off_is_told() {
    let mut two = shards(3, None);
    two.pop();
    let mut joined = merge(&two).unwrap();
    assert!(begun(&mut joined).part);
    assert_eq!(missing_shards(&two), [Shard { number: 1, of: 3 }]);
    assert_eq!(missing_shards(&shards(3, None)), []);
    let mut cut = shards(2, None);
    cut[0].1.pop();
    let joined = merge(&cut).unwrap();
    assert!(!matches!(joined.last(), Some(Event::RunFinished(_))));
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let one = shards(2, None);
    let twice = vec![one[0].clone(), one[0].clone()];
    assert!(matches!(merge(&twice), Err(MergeError::Twice { .. })));
    let mut other = one.clone();
    begun(&mut other[0].1).profile = "cn-v2".to_owned();
    let error = merge(&other).unwrap_err();
    assert!(
        matches!(
            error,
            MergeError::Unlike {
                what: "the profile",
                ..
            }
        ),
        "{error}"
    );
    let mut own = one.clone();
    begun(&mut own[0].1).own_profile = Some("# mine\nslow = \"2s\"\n".to_owned());
    begun(&mut own[1].1).own_profile = Some("# mine\nslow = \"3s\"\n".to_owned());
    let told = merge(&own).unwrap_err().to_string();
    assert!(
        told.contains("the profile's file is `slow = \"3s\"` in line 2 there and `slow = \"2s\"` in line 2 here"),
        "{told}"
    );
    begun(&mut own[1].1).own_profile = None;
    let told = merge(&own).unwrap_err().to_string();
    assert!(
        told.contains("is galleria's there and a file of its own here"),
        "{told}"
    );
    begun(&mut own[1].1).own_profile = begun(&mut own[0].1).own_profile.clone();
    let mut merged = merge(&own).unwrap();
    assert!(begun(&mut merged).own_profile.is_some());
    assert!(matches!(merge(&[]), Err(MergeError::NoRun(_))));
}
