//! A history as a scenario: what the player plays and a person reads.

use galleria_protocol::Api;

use super::terms::Terms;
use crate::scenario::{Scenario, Step, Verb, describe};

/// The scenario of a history.
pub fn scenario(id: &str, title: &str, about: &str, terms: &Terms, verbs: &[Verb]) -> Scenario {
    let api = vec![terms.api];
    let step = |verb: &Verb| Step {
        note: note(&api, verb),
        verb: verb.clone(),
    };
    Scenario {
        id: id.to_owned(),
        title: title.to_owned(),
        about: about.to_owned(),
        steps: verbs.iter().map(step).collect(),
        billing: vec![terms.billing],
        family: Vec::new(),
        place: None,
        api,
    }
}

/// What a step does, and whose purchase it is about.
fn note(api: &[Api], verb: &Verb) -> String {
    let done = describe(api, verb);
    match verb.call().map(|call| &call.subject) {
        Some(subject) if !subject.test => {
            let (purchase, customer) = (&subject.purchase, &subject.customer);
            format!("{done}; purchase `{purchase}` of `{customer}`")
        }
        _ => done,
    }
}
