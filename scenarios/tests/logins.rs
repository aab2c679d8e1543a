//! The rules of the login, proved both ways over sockets: every fault breaks exactly its rules, the
//! reference seller and every lawful variation break none.

use std::sync::Arc;

use galleria_protocol::Api;
use galleria_scenarios::login::{LOGIN_RULES, Pass};
use galleria_scenarios::proof::{login_report, pass_of, rules_of, unseen_of};
use galleria_scenarios::trial::TrialReport;
use galleria_scenarios::verdict::Verdict;
use galleria_seller::login::{faults, variations};
use galleria_seller::{Behaviour, Reference};

/// What comes of a login test of that seller.
async fn report(behaviour: Arc<dyn Behaviour>, api: Api, pass: Pass) -> TrialReport {
    let report = login_report(behaviour, api, pass).await;
    report.expect("the stage stands")
}

#[tokio::test]
async fn the_reference_seller_holds_every_rule() {
    for api in [Api::V1, Api::V2] {
        for pass in [Pass::Code, Pass::Ticket] {
            let report = report(Arc::new(Reference), api, pass).await;
            let held = report.with(Verdict::Pass);
            assert_eq!(held.len(), rules_of(pass).count(), "{report:#?}");
        }
    }
}

#[tokio::test]
async fn every_lawful_variation_breaks_no_rule() {
    for variation in variations::all() {
        let pass = pass_of(variation.name);
        let report = report((variation.make)(), Api::V2, pass).await;
        let unseen = unseen_of(variation.name);
        let held = report.with(Verdict::Pass).len();
        let is_held = held + unseen.len() == rules_of(pass).count();
        let is_right = is_held && report.with(Verdict::Unobserved) == unseen;
        assert!(is_right, "{}: {report:#?}", variation.name);
    }
}

#[tokio::test]
async fn every_fault_breaks_exactly_its_rules() {
    let mut wrong = Vec::new();
    for fault in faults::all() {
        let rules = LOGIN_RULES.iter();
        let expected: Vec<&str> = rules
            .filter(|rule| rule.faults.contains(&fault.name))
            .map(|rule| rule.id)
            .collect();
        let pass = pass_of(fault.name);
        let report = report((fault.make)(), Api::V2, pass).await;
        let found = report.with(Verdict::Fail);
        if found != expected || expected.is_empty() {
            wrong.push(format!("{}: {found:?} and not {expected:?}", fault.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_has_a_fault_and_every_fault_that_it_names_exists() {
    for rule in LOGIN_RULES {
        assert!(!rule.faults.is_empty(), "{}", rule.id);
        for name in rule.faults {
            assert!(faults::find(name).is_some(), "{}: {name}", rule.id);
        }
    }
}

#[test]
fn the_page_of_the_book_lists_every_rule_as_it_is() {
    let page = include_str!("../../docs/src/login.md");
    for rule in LOGIN_RULES {
        let (force, about) = (rule.force.name(), rule.about);
        let row = format!(
            "| {} | {} | {force} | {about} | {} |",
            rule.id, rule.name, rule.freedom
        );
        assert!(page.contains(&row), "{row}");
    }
}
