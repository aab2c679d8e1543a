//! The rehearsals in which the seller is killed.

use galleria_marketplace::delivery::Death;
use galleria_protocol::Activity;

use super::outages::{call, ordinary};
use crate::scenario::{Scenario, Step, Verb};

/// The scenarios in which the seller dies at every point of a purchase, `deaths` times at each, and
/// once between two calls. The exact bytes are drawn from the run's seed.
pub fn crashes(deaths: u32) -> Vec<Scenario> {
    let mut scenarios = vec![between_two_calls()];
    for death in Death::ALL {
        scenarios.extend((1..=deaths).map(|nth| at_work(death, nth)));
    }
    scenarios
}

fn at_work(death: Death, nth: u32) -> Scenario {
    let mut steps = ordinary(1);
    steps.push(Step {
        verb: Verb::Crash {
            call: call(Activity::NewInstance, "first"),
            at: death,
        },
        note: format!("an order; the seller is killed {}", death.about()),
    });
    steps.push(again(Verb::Await { step: 3 }, "the platform calls again"));
    let details = "once more: the buyer opens the details of what was bought";
    steps.push(again(Verb::Resend { step: 3 }, details));
    Scenario {
        id: format!("killed-{}-{nth}", death.name()),
        title: format!("A seller that is killed {}", death.about()),
        about: "The seller is killed without warning and started again. The platform has no answer and calls again: the order has one instance.".to_owned(),
        place: None,
        api: Vec::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps,
    }
}

fn between_two_calls() -> Scenario {
    let send =
        |purchase: &str, note: &str| again(Verb::Send(call(Activity::NewInstance, purchase)), note);
    Scenario {
        id: "killed-between-calls".to_owned(),
        title: "A seller that is killed between two calls".to_owned(),
        about: "An order is delivered; then the seller is killed and started again. The order has the instance that it had, and a new order is taken.".to_owned(),
        place: None,
        api: Vec::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps: vec![
            send("first", "an order"),
            again(Verb::Restart, "the seller is killed and started again"),
            again(Verb::Resend { step: 1 }, "the buyer opens the details of what was bought"),
            send("second", "another order"),
        ],
    }
}

fn again(verb: Verb, note: &str) -> Step {
    Step {
        verb,
        note: note.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seller_dies_at_every_point() {
        let ids: Vec<String> = crashes(1).into_iter().map(|one| one.id).collect();
        let wanted = [
            "killed-between-calls",
            "killed-in-request-1",
            "killed-at-work-1",
            "killed-in-head-1",
            "killed-in-body-1",
            "killed-behind-answer-1",
        ];
        assert_eq!(ids, wanted);
        assert_eq!(crashes(3).len(), 16);
    }
}
