//! What was answered, call by call, in words that are the same for every tenant: ids are told by the
//! order in which they came up.

use std::collections::BTreeMap;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::{Exchange, Outcome, Role};

use crate::rule::Play;

/// The answers of a play, but for its clean-up: the step, and what was answered.
pub fn answers(play: &Play) -> Vec<(u32, String)> {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let own = play.exchanges.iter().filter(|exchange| {
        !matches!(
            exchange.intent.role,
            Role::CleanUp | Role::Poll | Role::Awaited { .. }
        )
    });
    own.map(|exchange| (exchange.step, told(exchange, &mut ids)))
        .collect()
}

fn told(exchange: &Exchange, ids: &mut BTreeMap<String, usize>) -> String {
    let mut told = match exchange.outcome() {
        Outcome::Accepted => "000000".to_owned(),
        Outcome::Pending => "000004".to_owned(),
        Outcome::Refused { code } => code.clone(),
        _ if exchange.ended == Ended::Lost => "lost".to_owned(),
        _ => match &exchange.response {
            Some(answer) if answer.status != 200 => format!("HTTP {}", answer.status),
            Some(_) => "no result code".to_owned(),
            None => "no answer".to_owned(),
        },
    };
    let listed = exchange.listed_instances().map(ToOwned::to_owned);
    let own = exchange.answered_instance().map(ToOwned::to_owned);
    let mut numbers: Vec<usize> = own
        .into_iter()
        .chain(listed)
        .map(|id| {
            let next = ids.len() + 1;
            *ids.entry(id).or_insert(next)
        })
        .collect();
    numbers.sort_unstable();
    for number in numbers {
        told.push_str(", instance ");
        told.push_str(&number.to_string());
    }
    told
}

/// The first answer that differs, with its step, what was and what is.
pub fn differing(before: &[(u32, String)], now: &[(u32, String)]) -> Option<(u32, String, String)> {
    let longest = before.len().max(now.len());
    let nothing = || "no call".to_owned();
    (0..longest).find_map(|at| {
        let (was, is) = (before.get(at), now.get(at));
        if was == is {
            return None;
        }
        let step = was.or(is).map_or(0, |(step, _)| *step);
        let text = |one: Option<&(u32, String)>| one.map_or_else(nothing, |(_, text)| text.clone());
        Some((step, text(was), text(is)))
    })
}
