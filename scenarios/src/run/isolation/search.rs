//! The search: which of the optional parameters of a refused call makes the seller refuse.
//!
//! It begins with the smallest call and halves what was left out. It knows names alone, sends
//! nothing, and asks for at most a dozen calls where a call has up to a dozen optional parameters.

use std::ops::Range;

/// A search under way.
#[derive(Debug)]
pub(super) struct Search {
    /// Every optional parameter of the refused call.
    all: Vec<String>,
    /// Those that tell what is bought: a seller may be unable to do without.
    goods: Vec<String>,
    /// Those with which the smallest call that was accepted goes out.
    base: Vec<String>,
    /// Those that may be the reason.
    suspects: Vec<String>,
    /// Those that are the reason, as far as is known.
    found: Vec<String>,
    phase: Phase,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    /// Nothing optional.
    Smallest,
    /// Nothing optional but what tells what is bought.
    GoodsAlone,
    /// The first suspects up to `start` are accepted, those up to `end` refused.
    Halving(Range<usize>),
    /// What was found, and nothing else.
    Alone,
    /// Everything but what was found.
    Without,
    Over,
}

impl Search {
    /// A search among `all` optional parameters of a refused call, of which `goods` tell what is
    /// bought.
    pub(super) fn new(all: Vec<String>, goods: Vec<String>) -> Self {
        let phase = if all.is_empty() {
            Phase::Over
        } else {
            Phase::Smallest
        };
        Self {
            suspects: all.clone(),
            all,
            goods,
            base: Vec::new(),
            found: Vec::new(),
            phase,
        }
    }

    /// The optional parameters of the next call; none where the search is over.
    pub(super) fn next(&self) -> Option<Vec<String>> {
        let behind_base = |more: &[String]| [&self.base[..], more, &self.found[..]].concat();
        match &self.phase {
            Phase::Smallest => Some(Vec::new()),
            Phase::GoodsAlone => Some(self.goods.clone()),
            Phase::Halving(range) => Some(behind_base(&self.suspects[..middle(range)])),
            Phase::Alone => Some(behind_base(&[])),
            Phase::Without => {
                let rest = self.all.iter().filter(|name| !self.found.contains(name));
                Some(rest.cloned().collect())
            }
            Phase::Over => None,
        }
    }

    /// Whether the next call is the refused one without what was found.
    pub(super) fn is_last(&self) -> bool {
        self.phase == Phase::Without
    }

    /// Takes in whether the call that was asked for was accepted.
    pub(super) fn note(&mut self, accepted: bool) {
        self.phase = match (self.phase.clone(), accepted) {
            (Phase::Smallest, false) if self.has_more_than_goods() => Phase::GoodsAlone,
            (Phase::Smallest, true) => self.halve(0..self.suspects.len()),
            (Phase::GoodsAlone, true) => {
                self.base = self.goods.clone();
                self.suspects.retain(|name| !self.goods.contains(name));
                self.halve(0..self.suspects.len())
            }
            (Phase::Halving(range), true) => self.halve(middle(&range)..range.end),
            (Phase::Halving(range), false) => self.halve(range.start..middle(&range)),
            (Phase::Alone, false) => Phase::Without,
            // Refused only together with another: with one of those before it.
            (Phase::Alone, true) if self.found.len() == 1 && !self.suspects.is_empty() => {
                self.halve(0..self.suspects.len())
            }
            _ => Phase::Over,
        };
    }

    fn has_more_than_goods(&self) -> bool {
        !self.goods.is_empty() && self.goods.len() < self.all.len()
    }

    /// Goes on with a range of suspects, of which the last is found once it is the only one.
    fn halve(&mut self, range: Range<usize>) -> Phase {
        if range.len() > 1 {
            return Phase::Halving(range);
        }
        self.suspects.truncate(range.end);
        self.found.extend(self.suspects.pop());
        Phase::Alone
    }
}

fn middle(range: &Range<usize>) -> usize {
    range.start.midpoint(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONAL: [&str; 12] = [
        "skuCode",
        "productId",
        "chargingMode",
        "expireTime",
        "periodType",
        "periodNumber",
        "orderAmount",
        "provisionType",
        "userId",
        "userName",
        "testFlag",
        "trialFlag",
    ];

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    /// The calls that a seller gets which accepts what `accepts` says, and whether it accepted each.
    fn searched(accepts: impl Fn(&[String]) -> bool) -> Vec<(Vec<String>, bool)> {
        let mut search = Search::new(owned(&OPTIONAL), owned(&OPTIONAL[..6]));
        let mut calls = Vec::new();
        while let Some(kept) = search.next() {
            let accepted = accepts(&kept);
            search.note(accepted);
            calls.push((kept, accepted));
            assert!(calls.len() <= 13, "{calls:?}");
        }
        calls
    }

    fn has(kept: &[String], name: &str) -> bool {
        kept.iter().any(|known| known == name)
    }

    #[test]
    fn the_one_parameter_is_found_wherever_it_stands() {
        for name in OPTIONAL {
            let calls = searched(|kept| !has(kept, name));
            assert!(
                calls.contains(&(owned(&[name]), false)),
                "{name}: {calls:?}"
            );
            let (rest, accepted) = calls.last().unwrap();
            assert!(*accepted && rest.len() == OPTIONAL.len() - 1, "{name}");
            assert!(calls.len() <= 7, "{name}: {} calls", calls.len());
        }
    }

    #[test]
    fn two_that_are_refused_together_are_found_together() {
        for (at, first) in OPTIONAL.iter().enumerate() {
            for second in &OPTIONAL[at + 1..] {
                let calls = searched(|kept| !(has(kept, first) && has(kept, second)));
                let both = owned(&[second, first]);
                assert!(
                    calls.contains(&(both, false)),
                    "{first}, {second}: {calls:?}"
                );
                let (rest, accepted) = calls.last().unwrap();
                assert!(*accepted && rest.len() == OPTIONAL.len() - 2);
            }
        }
    }

    #[test]
    fn a_seller_that_refuses_everything_gets_two_calls() {
        let calls = searched(|_| false);
        assert_eq!(calls.len(), 2);
        assert_eq!(calls[0].0, owned(&[]));
    }

    #[test]
    fn a_seller_that_needs_to_know_what_is_bought_is_searched_behind_that() {
        let calls = searched(|kept| has(kept, "productId") && !has(kept, "userId"));
        let with = [&OPTIONAL[..6], &["userId"]].concat();
        assert!(calls.contains(&(owned(&with), false)), "{calls:?}");
        assert!(calls.last().unwrap().1);
    }

    #[test]
    fn a_seller_that_has_changed_its_mind_is_not_accused() {
        let calls = searched(|_| true);
        assert!(calls.iter().all(|(_, accepted)| *accepted));
    }

    #[test]
    fn a_call_without_optional_parameters_is_not_searched() {
        assert_eq!(Search::new(Vec::new(), Vec::new()).next(), None);
    }
}
