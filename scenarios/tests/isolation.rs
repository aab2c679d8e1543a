//! Where the seller refuses an ordinary call, the parameter that it stumbles over is named.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::sync::{Arc, Mutex};

use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::proof::{play_in_memory, whole_catalog};
use galleria_scenarios::record::{Recorder, Sink, SinkError};
use galleria_scenarios::rule::{Finding, SIGNED_AS, SIGNED_RIGHTLY};
use galleria_scenarios::run::Plan;
use galleria_scenarios::transcript::{Exchange, Role};
use galleria_scenarios::verdict::{Conclusion, Verdict};
use galleria_seller::faults;

/// Keeps the events of a run.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Sink for Events {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.0.lock().unwrap().push(event.clone());
        Ok(())
    }
}

/// A run against a seller with a fault: what it comes to, and its calls.
fn run(fault: &str, change: impl FnOnce(&mut Plan)) -> (Conclusion, Vec<Exchange>) {
    let kept = Events::default();
    let recorder = Recorder::new(vec![Box::new(kept.clone())]);
    let mut plan = whole_catalog("cn-v1", Billing::Period);
    change(&mut plan);
    let behaviour = (faults::find(fault).unwrap().make)();
    let outcome = play_in_memory(&plan, behaviour, fault, recorder).unwrap();
    let events = kept.0.lock().unwrap().clone();
    let calls = events.into_iter().filter_map(|event| match event {
        Event::Exchanged(exchange) => Some(*exchange),
        _ => None,
    });
    (outcome.conclusion, calls.collect())
}

/// What a rule found first in a seller with that fault.
fn first(fault: &str, rule: &str) -> Finding {
    let (conclusion, _) = run(fault, |_| {});
    let mut rules = conclusion.rules.into_iter();
    let judged = rules.find(|judged| judged.rule.id == rule).unwrap();
    judged.findings.into_iter().next().unwrap()
}

fn parts(calls: &[Exchange]) -> Vec<&Exchange> {
    let is_part = |call: &&Exchange| matches!(call.intent.role, Role::Isolated { .. });
    calls.iter().filter(is_part).collect()
}

#[test]
fn the_parameter_is_named_by_the_rule_that_fails() {
    let table = [
        (
            "sub-user-refused",
            "AUT004",
            "parameter userId",
            "The seller accepts the same purchase without `userId` (call ",
        ),
        (
            "signs-without-amount",
            "AUT001",
            "parameter orderAmount",
            "The seller accepts the same purchase without `orderAmount` (call ",
        ),
        (
            "signs-without-amount",
            "AUT004",
            "parameter orderAmount",
            "it stumbles over that parameter.",
        ),
        (
            "specification-breaks-purchase",
            "LIF017",
            "parameter skuCode",
            "The seller accepts the same purchase without `skuCode` (call ",
        ),
        (
            "test-amount-refused",
            "TST001",
            "parameter orderAmount",
            "it stumbles over that parameter.",
        ),
        (
            "order-amount-required",
            "AUT006",
            "parameter orderAmount",
            "the optional orderAmount is absent",
        ),
        (
            "decimals-refused",
            "LIF012",
            "parameter orderAmount",
            "orderAmount has three decimals",
        ),
        (
            "emoji-breaks-purchase",
            "LIF013",
            "parameter customerName",
            "an emoji",
        ),
    ];
    for (fault, rule, place, text) in table {
        let finding = first(fault, rule);
        assert_eq!(finding.place, place, "{fault}, {rule}: {finding:#?}");
        assert!(
            finding.explanation.contains(text),
            "{fault}, {rule}: {finding:#?}"
        );
    }
}

#[test]
fn a_seller_that_refuses_every_call_is_told_which_signature_it_accepts() {
    let table = [
        ("cn-v1", "expects-sha1-token", "token-hmac-sha1"),
        ("cn-v1", "expects-unpadded-token", "unpadded-base64"),
        ("cn-v2", "body-digest-in-capitals", "body-digest-uppercase"),
        (
            "cn-v2",
            "timestamp-before-nonce",
            "nonce-and-timestamp-swapped",
        ),
        ("cn-v2", "signature-expected-in-base64", "base64-for-hex"),
        ("cn-v2", "signs-its-own-class", "body-of-own-class"),
    ];
    for (profile, fault, cause) in table {
        let (conclusion, calls) = run(fault, |plan| {
            *plan = whole_catalog(profile, Billing::Period);
        });
        let mut rules = conclusion.rules.iter();
        let judged = rules.find(|judged| judged.rule.id == "AUT001").unwrap();
        let finding = &judged.findings[0];
        assert_eq!(
            finding.cause.as_deref(),
            Some(cause),
            "{fault}: {finding:#?}"
        );
        let told = "It refuses a debug call that is rightly signed too, and accepts one";
        assert!(finding.explanation.contains(told), "{finding:#?}");
        // Behind the one that was accepted no other goes out, but for one that is rightly signed.
        let trials: Vec<_> = calls.iter().filter(|call| is_trial(call)).collect();
        assert!(trials.iter().all(|call| call.intent.test), "{fault}");
        let accepted: Vec<_> = trials.iter().filter(|call| call.is_taken()).collect();
        assert_eq!(accepted.len(), 1, "{fault}");
        let how = format!("{SIGNED_AS}{cause}");
        assert_eq!(accepted[0].intent.tampering(), Some(how.as_str()));
    }
}

/// Whether a call was signed to find out how the seller signs.
fn is_trial(call: &Exchange) -> bool {
    let how = call.intent.tampering();
    how.is_some_and(|how| how == SIGNED_RIGHTLY || how.starts_with(SIGNED_AS))
}

#[test]
fn a_seller_that_loses_characters_of_tokens_is_told_so() {
    for (fault, cause, told) in [
        (
            "decodes-token-twice",
            "blank-for-plus",
            "accepted once its token has no +",
        ),
        (
            "expects-url-safe-token",
            "url-safe-base64",
            "refused with one that has a /",
        ),
    ] {
        let (conclusion, _) = run(fault, |_| {});
        let mut rules = conclusion.rules.iter();
        let judged = rules.find(|judged| judged.rule.id == "AUT001").unwrap();
        let is_named = |finding: &&Finding| finding.cause.as_deref() == Some(cause);
        let finding = judged.findings.iter().find(is_named).unwrap();
        assert_eq!(finding.place, "parameter authToken", "{fault}");
        assert!(finding.explanation.contains(told), "{finding:#?}");
    }
}

#[test]
fn a_seller_with_another_key_is_told_that_every_mistake_was_tried() {
    let (conclusion, calls) = run("key-of-another-product", |_| {});
    let mut rules = conclusion.rules.iter();
    let judged = rules.find(|judged| judged.rule.id == "AUT001").unwrap();
    let finding = &judged.findings[0];
    assert_eq!(finding.cause, None);
    assert!(
        finding
            .explanation
            .contains("it may have another access key"),
        "{finding:#?}"
    );
    let trials = calls.iter().filter(|call| is_trial(call)).count();
    assert!((40..=129).contains(&trials), "{trials} calls");
}

#[test]
fn a_seller_of_its_own_products_only_is_told_how_to_name_one() {
    let finding = first("own-products-only", "LIF017");
    assert_eq!(finding.place, "body /resultCode");
    assert!(finding.fix.contains("--product-id"), "{finding:#?}");
    assert!(
        finding.explanation.contains("a product that it knows"),
        "{finding:#?}"
    );
    let (conclusion, calls) = run("own-products-only", |plan| {
        plan.goods.product_id = Some("00301-000001-0--0".to_owned());
    });
    let failed = conclusion
        .rules
        .iter()
        .filter(|rule| rule.verdict == Verdict::Fail);
    assert_eq!(failed.count(), 0);
    assert!(parts(&calls).is_empty());
}

#[test]
fn each_kind_of_call_is_searched_once_and_what_was_bought_is_released() {
    let (_, calls) = run("signs-without-amount", |_| {});
    let parts = parts(&calls);
    assert!((8..=16).contains(&parts.len()), "{} calls", parts.len());
    let of = |test: bool| {
        let mut refused: Vec<_> = parts
            .iter()
            .filter(|part| part.intent.test == test)
            .map(|part| part.intent.role.clone())
            .collect();
        refused.dedup();
        refused.len()
    };
    assert_eq!((of(false), of(true)), (1, 2));
    let bought = parts
        .iter()
        .filter(|part| !part.intent.test && part.is_accepted());
    for part in bought {
        let purchase = &part.intent.purchase;
        let released = calls.iter().any(|call| {
            call.intent.activity == "releaseInstance"
                && call.intent.purchase == *purchase
                && call.is_accepted()
        });
        assert!(released, "{purchase:?}");
    }
}

#[test]
fn the_steps_behind_a_refused_control_are_played_beside_its_accepted_part() {
    let (_, calls) = run("sub-user-refused", |_| {});
    let twins = calls.iter().filter(|call| {
        call.scenario == "parameters-of-a-purchase" && call.intent.tampering().is_some()
    });
    assert_eq!(twins.count(), 4);
}
