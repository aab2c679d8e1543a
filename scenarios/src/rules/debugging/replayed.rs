//! Saved cases of the debug step that are called again.

use galleria_marketplace::transcript::{Exchange, Role};

use crate::rule::{Pair, Play};

/// Cases called again with nothing in between.
pub(super) fn at_once(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    all(play).filter(move |pair| !anything_between(play, *pair))
}

/// Cases called again after others, where calling them again at once was not refused.
pub(super) fn after_others(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    all(play).filter(move |pair| {
        let refused_at_once = at_once(play)
            .any(|other| other.first.id == pair.first.id && other.second.refusal_code().is_some());
        anything_between(play, *pair) && !refused_at_once
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
    let mut between = play
        .exchanges
        .iter()
        .filter(|exchange| exchange.id > pair.first.id && exchange.id < pair.second.id);
    between.any(|exchange| !same(exchange))
}
