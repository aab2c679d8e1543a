//! A failure that comes and goes is told as such, with how often it came.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;
use galleria_scenarios::Billing;
use galleria_scenarios::fuzz::campaign::Outcome;
use galleria_seller::Behaviour;
use galleria_seller::call::Call;
use galleria_seller::outcome::Refusal;
use galleria_seller::store::Instance;

use crate::campaigns::{plan, play, settings, told};

/// Refuses every third renewal that it is asked for, whoever asks: one of its three servers is
/// misconfigured.
#[derive(Debug, Default)]
struct OneServerOfThree(AtomicU32);

impl Behaviour for OneServerOfThree {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let renewal = matches!(request, Request::RefreshInstance(_));
        let refused = renewal && self.0.fetch_add(1, Ordering::Relaxed) % 3 == 2;
        refused.then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the price list is empty",
        })
    }
}

fn campaign(seed: u64) -> Outcome {
    let plan = plan("cn-v1", Billing::Period, seed);
    play(&plan, &settings(300), &|| {
        Arc::new(OneServerOfThree::default())
    })
}

#[test]
fn a_failure_that_comes_and_goes_is_told_with_how_often() {
    let outcome = campaign(1);
    let found = outcome.found.first().expect("it is found");
    let (failed, of) = found.failed;
    assert_eq!(of, 10, "{}", told(&outcome));
    assert!((1..of).contains(&failed), "{}", told(&outcome));
    assert!(!found.is_steady());
    assert!(found.scenario.steps.len() <= 3, "{}", told(&outcome));
}

#[test]
fn the_same_seed_tells_the_same_frequency() {
    let once = || {
        let outcome = campaign(1);
        let found = outcome.found.into_iter().next().expect("it is found");
        (found.case, found.failed, found.failure)
    };
    assert_eq!(once(), once());
}
