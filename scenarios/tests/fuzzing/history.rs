//! The faults that only a history shows: no scenario of the catalog sees them, every campaign does.

use std::sync::Arc;

use galleria_scenarios::proof::{play_in_memory, whole_catalog};
use galleria_scenarios::record::Recorder;
use galleria_scenarios::verdict::Verdict;
use galleria_scenarios::{Billing, rules};
use galleria_seller::{Entry, faults};

use crate::campaigns::{plan, play, settings, told};

/// The seed of every campaign here.
const SEED: u64 = 1;
/// So many histories are enough for each fault.
const CASES: u64 = 3000;
/// The longest history that is left of a failure.
const STEPS: usize = 5;

fn history_faults() -> Vec<&'static Entry> {
    let all = faults::all().iter();
    all.filter(|fault| fault.needs_history()).collect()
}

/// The rule book and the billing mode in which a fault shows: V1 freezes only what is billed by use.
fn book(fault: &Entry) -> (&'static str, Billing) {
    match fault.name {
        "freeze-kept-by-connection" | "freeze-kept-by-customer" | "unfrozen-instance-not-told" => {
            ("cn-v1", Billing::OnDemand)
        }
        _ => ("cn-v1", Billing::Period),
    }
}

#[test]
fn there_are_enough_of_them_and_no_rule_names_one() {
    assert!(history_faults().len() >= 15);
    for fault in history_faults() {
        let named = rules::all().find(|rule| rule.faults.contains(&fault.name));
        assert!(named.is_none(), "{} is one of the catalog's", fault.name);
    }
}

#[test]
fn the_catalog_sees_none_of_them() {
    let mut seen = Vec::new();
    for fault in history_faults() {
        for profile in ["cn-v1", "cn-v2"] {
            for billing in [Billing::Period, Billing::OnDemand] {
                let plan = whole_catalog(profile, billing);
                let outcome =
                    play_in_memory(&plan, (fault.make)(), fault.name, Recorder::default())
                        .expect("a runtime starts");
                let rules = outcome.conclusion.rules.iter();
                let failed: Vec<_> = rules
                    .filter(|rule| rule.verdict == Verdict::Fail)
                    .map(|rule| format!("{}: {:?}", rule.rule.id, rule.findings.first()))
                    .collect();
                if !failed.is_empty() {
                    seen.push(format!("{} by {profile} {billing}: {failed:?}", fault.name));
                }
            }
        }
    }
    assert!(seen.is_empty(), "{}", seen.join("\n"));
}

#[test]
fn every_campaign_finds_them_and_shrinks_them() {
    let mut trouble = Vec::new();
    for fault in history_faults() {
        let (profile, billing) = book(fault);
        let plan = plan(profile, billing, SEED);
        let outcome = play(&plan, &settings(CASES), &|| (fault.make)());
        match outcome.found.first() {
            None => trouble.push(format!("{}: not found", fault.name)),
            Some(found) if found.scenario.steps.len() > STEPS || !found.is_steady() => {
                trouble.push(format!("{}: {}", fault.name, told(&outcome)));
            }
            Some(found) => {
                let (rule, steps) = (&found.failure.rule, found.scenario.steps.len());
                let cases = outcome.status.cases;
                println!(
                    "{}: {rule} in case {cases}, {} steps -> {steps}",
                    fault.name, found.steps
                );
            }
        }
    }
    assert!(trouble.is_empty(), "{}", trouble.join("\n"));
}

#[test]
fn campaigns_find_what_is_wrong_with_licences_alone() {
    for (name, profile, rule) in [
        ("licence-renewed-by-order", "licence-old", "LIF016"),
        ("licence-drawn-each-call", "licence-old", "LIC002"),
        ("renewal-retry-refused", "licence-code", "IDM009"),
        ("code-unknown-as-invalid", "licence-code", "LIF002"),
        ("renewal-after-expiry-refused", "licence-code", "LIF004"),
    ] {
        let fault = faults::find(name).expect("it is one of them");
        let plan = plan(profile, Billing::Period, SEED);
        let outcome = play(&plan, &settings(CASES), &|| (fault.make)());
        let found = outcome.found.first();
        let found = found.unwrap_or_else(|| panic!("{name} is not found"));
        let own = found.failure.rule == rule;
        assert!(own && found.is_steady(), "{name}: {}", told(&outcome));
    }
}

#[test]
fn the_same_seed_finds_the_same() {
    let fault = faults::find("only-last-renewal-remembered").expect("it is one of them");
    let once = || {
        let plan = plan("cn-v1", Billing::Period, SEED);
        let outcome = play(&plan, &settings(CASES), &|| (fault.make)());
        let found = outcome.found.into_iter().next().expect("it is found");
        (found.case, found.failure, found.failed)
    };
    assert_eq!(once(), once());
    let other = plan("cn-v1", Billing::Period, SEED + 1);
    let outcome = play(&other, &settings(CASES), &|| Arc::clone(&(fault.make)()));
    assert_ne!(outcome.found[0].case, once().0);
}
