//! Saved cases of the debug step that are called again.

use std::collections::BTreeSet;

use galleria_marketplace::transcript::{Exchange, ExchangeId, Role};

use crate::rule::{Pair, Play};

/// Cases called again with nothing in between.
pub(super) fn at_once(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    all(play).filter(move |pair| !anything_between(play, *pair))
}

/// Cases called again after others, where calling them again at once was not refused.
pub(super) fn after_others(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    let refused_at_once: BTreeSet<ExchangeId> = at_once(play)
        .filter(|pair| pair.second.refusal_code().is_some())
        .map(|pair| pair.first.id)
        .collect();
    all(play).filter(move |pair| {
        !refused_at_once.contains(&pair.first.id) && anything_between(play, *pair)
    })
}

fn all(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    play.owed()
        .filter(|exchange| exchange.intent.test)
        .filter_map(|second| {
            let Role::Repeat { of } = second.intent.role else {
                return None;
            };
            let first = play.exchange(of).filter(|first| first.is_accepted())?;
            Some(Pair { first, second })
        })
}

/// Whether another case was called between the two.
fn anything_between(play: &Play, pair: Pair<'_>) -> bool {
    let same = |exchange: &Exchange| {
        exchange.id == pair.first.id || exchange.intent.role == Role::Repeat { of: pair.first.id }
    };
    let begin = play
        .exchanges
        .partition_point(|exchange| exchange.id <= pair.first.id);
    let mut between = play.exchanges[begin..]
        .iter()
        .take_while(|exchange| exchange.id < pair.second.id);
    between.any(|exchange| !same(exchange))
}
