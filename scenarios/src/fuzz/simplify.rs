//! Simpler forms of the steps of a history: fewer calls, no values, one customer.

use crate::scenario::{Call, Verb};

/// The customer who buys where nothing else is said.
pub const CUSTOMER: &str = "buyer";

/// The history with its `nth` possible simplification; `None` where there are no more.
pub fn simpler(verbs: &[Verb], nth: usize) -> Option<Vec<Verb>> {
    let forms = verbs
        .iter()
        .enumerate()
        .flat_map(|(at, verb)| forms(verb).into_iter().map(move |form| (at, form)));
    let (at, form) = forms.into_iter().nth(nth)?;
    let mut simpler = verbs.to_vec();
    simpler[at] = form;
    Some(simpler)
}

/// The simpler forms of one step, the simplest first.
fn forms(verb: &Verb) -> Vec<Verb> {
    let mut forms = Vec::new();
    match verb {
        Verb::LoseAnswer(call) | Verb::Orders { call, times: 1 } => {
            forms.push(Verb::Send(call.clone()));
        }
        Verb::Orders { call, times } => {
            let fewer = fewer(*times, 1).into_iter();
            forms.extend(fewer.map(|times| Verb::Orders {
                call: call.clone(),
                times,
            }));
        }
        Verb::Burst { call, times } => {
            let fewer = fewer(*times, 2).into_iter();
            forms.extend(fewer.map(|times| Verb::Burst {
                call: call.clone(),
                times,
            }));
        }
        Verb::BurstAgain { step, times } => {
            let fewer = fewer(*times, 2).into_iter();
            forms.extend(fewer.map(|times| Verb::BurstAgain { step: *step, times }));
        }
        _ => {}
    }
    forms.extend(plainer(verb));
    forms
}

/// Smaller numbers: the least, half, one less.
fn fewer(times: u32, least: u32) -> Vec<u32> {
    let mut fewer = vec![least, times.div_ceil(2), times.saturating_sub(1)];
    fewer.retain(|fewer| *fewer < times && *fewer >= least);
    fewer.dedup();
    fewer
}

/// The step without values, without each of them, and with shorter ones; a status is what tells a
/// scene from another and stays.
fn plainer(verb: &Verb) -> Vec<Verb> {
    let Some(call) = verb.call() else {
        return Vec::new();
    };
    let is_value = |name: &str| !matches!(name, "status" | "instanceStatus");
    let mut sets = Vec::new();
    if call.set.iter().filter(|(name, _)| is_value(name)).count() > 1 {
        sets.push(Vec::new());
    }
    for (at, (name, value)) in call
        .set
        .iter()
        .enumerate()
        .filter(|(_, (name, _))| is_value(name))
    {
        let mut without = call.set.clone();
        without.remove(at);
        sets.push(without);
        let letters = value.chars().count();
        if name == "customerName" && letters > 1 {
            let mut halved = call.set.clone();
            halved[at].1 = value.chars().take(letters / 2).collect();
            sets.push(halved);
        }
    }
    let mut calls: Vec<Call> = Vec::new();
    if call.subject.order_of.is_some() {
        let mut alone = call.clone();
        alone.subject.order_of = None;
        calls.push(alone);
    }
    if call.subject.customer != CUSTOMER {
        let mut usual = call.clone();
        CUSTOMER.clone_into(&mut usual.subject.customer);
        calls.push(usual);
    }
    calls.extend(sets.into_iter().map(|set| {
        let mut plain = call.clone();
        plain.set = set;
        plain
    }));
    let with = |call: Call| match verb {
        Verb::Send(_) => Some(Verb::Send(call)),
        Verb::LoseAnswer(_) => Some(Verb::LoseAnswer(call)),
        Verb::Burst { times, .. } => Some(Verb::Burst {
            call,
            times: *times,
        }),
        Verb::Orders { times, .. } => Some(Verb::Orders {
            call,
            times: *times,
        }),
        _ => None,
    };
    calls.into_iter().filter_map(with).collect()
}
