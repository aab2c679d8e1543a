//! What makes the proofs trustworthy: a run that is the same every time, whole and short.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use galleria_protocol::Api;
use galleria_scenarios::Billing;
use galleria_scenarios::profile;
use galleria_scenarios::proof::{books, play_in_memory, whole_catalog};
use galleria_scenarios::record::{JsonLines, Recorder};
use galleria_scenarios::verdict::Verdict;
use galleria_seller::Reference;

/// The longest that the default catalog may get, in calls: slow sellers must finish as well. Calls
/// at the same moment count as one.
const MOST_CALLS: usize = 215;
/// The most further calls of the kit, which a check makes with `--with kit` alone.
const MOST_KIT_CALLS: usize = 90;

/// The longest that one scenario may get, in calls.
const MOST_CALLS_A_SCENARIO: usize = 14;

#[test]
fn the_same_plan_and_seed_give_the_same_bytes() {
    let first = events(Billing::Period);
    assert!(
        first.len() > 100_000,
        "only {} bytes were recorded",
        first.len()
    );
    let (first, second) = (lines(&first), lines(&events(Billing::Period)));
    for (number, (first, second)) in (1..).zip(first.iter().zip(&second)) {
        assert_eq!(
            first, second,
            "two runs of one seed differ in line {number}"
        );
    }
    assert_eq!(first.len(), second.len());
}

#[test]
fn every_book_and_billing_mode_passes_with_nothing_unobserved() {
    for profile in Api::ALL.into_iter().flat_map(books) {
        let sold = profile::find(profile).expect("an embedded profile").billing;
        for billing in sold.into_keys() {
            let plan = whole_catalog(profile, billing);
            let outcome =
                play_in_memory(&plan, Arc::new(Reference), "reference", Recorder::default());
            let conclusion = outcome.expect("a runtime starts").conclusion;
            let rules = conclusion.rules.iter();
            let bad: Vec<String> = rules
                .filter(|rule| !matches!(rule.verdict, Verdict::Pass | Verdict::NotApplicable))
                .map(|rule| format!("{} is {:?}: {:?}", rule.rule.id, rule.verdict, rule.reason))
                .collect();
            assert!(bad.is_empty(), "{profile}, {billing}: {bad:#?}");
            let pass = conclusion.counts.pass;
            assert!(pass > 40, "{profile}, {billing}: only {pass} rules judged");
        }
    }
}

#[test]
fn the_catalog_stays_short() {
    let events = events(Billing::Period);
    let scenarios: Vec<String> = String::from_utf8_lossy(&events)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON"))
        .filter(|event| event["event"] == "exchanged")
        .map(|event| {
            let scenario = event["scenario"].as_str();
            let at_once = event["intent"]["role"]["kind"] == "at-once";
            let call = if at_once {
                &event["step"]
            } else {
                &event["id"]
            };
            let scenario = scenario.expect("an exchange has a scenario");
            (scenario.to_owned(), format!("{at_once} {call}"))
        })
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|(scenario, _)| scenario)
        .collect();
    let (kit, scenarios): (Vec<String>, Vec<String>) = scenarios
        .into_iter()
        .partition(|scenario| scenario.starts_with("kit-"));
    assert!(
        kit.len() <= MOST_KIT_CALLS,
        "{} calls of the kit",
        kit.len()
    );
    assert!(scenarios.len() <= MOST_CALLS, "{} calls", scenarios.len());
    for scenario in scenarios.iter().collect::<BTreeSet<_>>() {
        let calls = scenarios.iter().filter(|other| *other == scenario).count();
        assert!(
            calls <= MOST_CALLS_A_SCENARIO,
            "{scenario} makes {calls} calls"
        );
    }
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().map(ToOwned::to_owned).collect()
}

/// What a run against the reference seller records.
fn events(billing: Billing) -> Vec<u8> {
    let buffer = Buffer::default();
    let recorder = Recorder::new(vec![Box::new(JsonLines::new("buffer", buffer.clone()))]);
    let plan = whole_catalog("cn-v1", billing);
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).expect("a runtime starts");
    let written = buffer.0.lock().expect("nobody panicked");
    written.clone()
}

/// A file in memory.
#[derive(Clone, Debug, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
