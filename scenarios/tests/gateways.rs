//! The rules of the gateway, proved both ways: every fault breaks exactly its rules, the reference backend and every
//! lawful variation break none.

use std::sync::Arc;

use galleria_scenarios::gateway::GATEWAY_RULES;
use galleria_scenarios::proof::{gateway_in_memory, gateway_modes, gateway_over_sockets, mode_of};
use galleria_scenarios::verdict::Verdict;
use galleria_seller::agents::{faults, variations};
use galleria_seller::{Entry, Reference};

/// The rules that name a fault.
fn expected(fault: &str) -> Vec<&'static str> {
    let rules = GATEWAY_RULES.iter();
    let rules = rules.filter(|rule| rule.faults.contains(&fault));
    rules.map(|rule| rule.id).collect()
}

#[tokio::test(start_paused = true)]
async fn the_reference_backend_holds_every_rule_however_it_is_called() {
    let mut held = Vec::new();
    for mode in gateway_modes() {
        let report = gateway_in_memory(Arc::new(Reference), mode).await.unwrap();
        let judged = [Verdict::Pass, Verdict::NotApplicable].map(|one| report.with(one).len());
        assert_eq!(
            judged.iter().sum::<usize>(),
            GATEWAY_RULES.len(),
            "{mode:?}: {report:#?}"
        );
        held.extend(report.with(Verdict::Pass));
    }
    assert!(GATEWAY_RULES.iter().all(|rule| held.contains(&rule.id)));
}

#[tokio::test]
async fn the_same_holds_over_sockets() {
    for mode in gateway_modes() {
        let report = gateway_over_sockets(Arc::new(Reference), mode)
            .await
            .unwrap();
        assert!(
            report.with(Verdict::Fail).is_empty(),
            "{mode:?}: {report:#?}"
        );
        assert!(
            report.with(Verdict::Unobserved).is_empty(),
            "{mode:?}: {report:#?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn every_lawful_variation_breaks_no_rule() {
    for variation in variations::all() {
        let mode = mode_of(variation.name);
        let report = gateway_in_memory((variation.make)(), mode).await.unwrap();
        let is_right =
            report.with(Verdict::Fail).is_empty() && report.with(Verdict::Unobserved).is_empty();
        assert!(is_right, "{}: {report:#?}", variation.name);
    }
}

#[tokio::test(start_paused = true)]
async fn every_fault_breaks_exactly_its_rules() {
    let mut wrong = Vec::new();
    for fault in faults::all() {
        let report = gateway_in_memory((fault.make)(), mode_of(fault.name))
            .await
            .unwrap();
        let (found, expected) = (report.with(Verdict::Fail), expected(fault.name));
        if found != expected || expected.is_empty() {
            wrong.push(format!("{}: {found:?} and not {expected:?}", fault.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn faults_break_the_same_rules_over_sockets() {
    // A backend that answers after an hour is waited for in virtual time alone.
    let in_time = |fault: &&Entry| fault.name != "agent-answers-too-late";
    for fault in faults::all().iter().filter(in_time) {
        let report = gateway_over_sockets((fault.make)(), mode_of(fault.name))
            .await
            .unwrap();
        assert_eq!(
            report.with(Verdict::Fail),
            expected(fault.name),
            "{}",
            fault.name
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_finding_names_the_call_that_shows_it() {
    let fault = faults::find("agent-none-accepted").unwrap();
    let report = gateway_in_memory((fault.make)(), mode_of(fault.name))
        .await
        .unwrap();
    let rule = report
        .rules
        .iter()
        .find(|rule| rule.id == "GTW005")
        .unwrap();
    let step = usize::try_from(rule.findings[0].step).unwrap();
    assert!(
        report.steps[step - 1].note.contains("alg none"),
        "{rule:#?}"
    );
}

#[test]
fn every_rule_has_a_fault_and_every_fault_that_it_names_exists() {
    for rule in GATEWAY_RULES {
        assert!(!rule.faults.is_empty(), "{}", rule.id);
        for name in rule.faults {
            assert!(faults::find(name).is_some(), "{}: {name}", rule.id);
        }
    }
}

#[test]
fn the_page_of_the_book_lists_every_rule_as_it_is() {
    let page = include_str!("../../docs/src/gateway.md");
    for rule in GATEWAY_RULES {
        let (force, about) = (rule.force.name(), rule.about);
        let row = format!(
            "| {} | {} | {force} | {about} | {} |",
            rule.id, rule.name, rule.freedom
        );
        assert!(page.contains(&row), "{row}");
    }
}
