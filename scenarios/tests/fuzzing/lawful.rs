//! Campaigns raise no false alarm: against the reference seller, and against every lawful variation.

use std::fmt::Write as _;
use std::sync::Arc;

use galleria_scenarios::Billing;
use galleria_seller::{Reference, variations};

use crate::campaigns::{plan, play, settings, told};

/// Histories against the reference seller, a rule book.
const CASES: u64 = 1000;
/// Histories against each variation.
const CASES_OF_VARIATIONS: u64 = 10;

fn reference_holds(profile: &str, billing: Billing) {
    let outcome = play(&plan(profile, billing, 7), &settings(CASES), &|| {
        Arc::new(Reference)
    });
    assert!(outcome.found.is_empty(), "{}", told(&outcome));
    assert_eq!(outcome.status.cases, CASES);
    assert_eq!(outcome.stopped, None);
}

#[test]
fn the_reference_seller_raises_nothing_over_v1() {
    reference_holds("cn-v1", Billing::Period);
}

#[test]
fn the_reference_seller_raises_nothing_over_v2() {
    reference_holds("cn-v2", Billing::Period);
}

#[test]
fn the_reference_seller_raises_nothing_where_use_is_billed() {
    reference_holds("intl-v1", Billing::OnDemand);
}

#[test]
fn the_reference_seller_raises_nothing_with_licences_of_the_older_guide() {
    reference_holds("licence-old", Billing::Period);
    reference_holds("licence-old", Billing::OneTime);
}

#[test]
fn the_reference_seller_raises_nothing_with_licences_opened_online() {
    reference_holds("licence-online", Billing::Period);
    reference_holds("licence-online", Billing::OneTime);
}

#[test]
fn the_reference_seller_raises_nothing_with_licence_codes() {
    reference_holds("licence-code", Billing::Period);
    reference_holds("licence-code", Billing::OneTime);
}

#[test]
fn no_variation_raises_anything() {
    no_variation_raises("cn-v1");
    no_variation_raises("cn-v2");
}

#[test]
fn no_variation_raises_anything_with_licences() {
    no_variation_raises("licence-old");
    no_variation_raises("licence-online");
    no_variation_raises("licence-code");
}

fn no_variation_raises(profile: &str) {
    let mut raised = String::new();
    for variation in variations::all() {
        let plan = plan(profile, Billing::Period, 11);
        let outcome = play(&plan, &settings(CASES_OF_VARIATIONS), &variation.make);
        if !outcome.found.is_empty() {
            let name = variation.name;
            let _ = writeln!(raised, "{name} by {profile}: {}", told(&outcome));
        }
    }
    assert!(raised.is_empty(), "{raised}");
}
