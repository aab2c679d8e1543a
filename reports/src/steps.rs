//! The steps of a scenario for people.

use galleria_scenarios::scenario::{Scenario, Step};

use crate::lang::say;

/// A step as a line: what is done, with which activity, and what it means.
pub fn step_in_words(scenario: &Scenario, step: &Step) -> String {
    let activity = step.verb.call().map(|call| call.subject.activity);
    let activity = activity.map(|activity| scenario.called(activity));
    let done = [Some(step.verb.name()), activity]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("{}: {}", done.join(" "), say(&step.note))
}
