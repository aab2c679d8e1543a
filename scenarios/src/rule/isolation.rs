//! What the parts of a refused call show: which of its parameters the seller stumbles over.
//!
//! A fold over the exchanges and nothing else: the parts are evidence like every other call.

mod words;

use std::collections::BTreeSet;

use galleria_marketplace::transcript::{Exchange, ExchangeId, Role, SentRequest};
use galleria_protocol::Params;
use galleria_protocol::params::Reading;
use serde_json::{Map, Value};

use super::finding::Fault;
use super::play::Play;

pub use words::{noun, place};

/// The optional parameters that tell what is bought and how it is billed. A seller may know other
/// goods than those that are sent, so that a refusal of these is no proof of a mistake.
pub const TELLS_GOODS: [&str; 6] = [
    "productId",
    "skuCode",
    "chargingMode",
    "expireTime",
    "periodType",
    "periodNumber",
];

/// What came of the search behind a refused call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Isolation {
    /// The seller refuses wherever these are present.
    Stumbles {
        /// One parameter, or two that are refused together only.
        over: Vec<String>,
        /// The smallest call with them: refused.
        with: ExchangeId,
        /// The same call without them: accepted.
        without: ExchangeId,
        /// Whether that one is the refused call in everything else.
        is_same: bool,
    },
    /// The same call is accepted with a token that has no `+`.
    LostPlus {
        /// That call.
        again: ExchangeId,
    },
    /// The same call is accepted with a token that has neither `+` nor `/`, and refused with one that
    /// has a `/` alone.
    OtherAlphabet {
        /// The call that was accepted.
        plain: ExchangeId,
        /// The one that was refused.
        slashed: ExchangeId,
    },
    /// The smallest lawful call is refused as well.
    Whole {
        /// That call.
        smallest: ExchangeId,
        /// Its result code, where it has one.
        code: Option<String>,
    },
    /// No parameter could be named.
    Unclear,
}

/// A call of the search: the names of its parameters, and what came of it.
struct Part<'a> {
    exchange: &'a Exchange,
    names: BTreeSet<String>,
}

impl<'a> Part<'a> {
    fn of(exchange: &'a Exchange) -> Self {
        Self {
            exchange,
            names: names(&exchange.request),
        }
    }

    /// The names that it has beyond `other`, where it has all of that.
    fn beyond(&self, other: &Self) -> Option<Vec<String>> {
        let has_all = other.names.is_subset(&self.names);
        has_all.then(|| self.names.difference(&other.names).cloned().collect())
    }
}

/// The names of a call's parameters: those of the body where it has one (V2), else of the query.
pub fn names(request: &SentRequest) -> BTreeSet<String> {
    if let Some(body) = &request.body {
        let object: Option<Map<String, Value>> = serde_json::from_str(body).ok();
        return object.into_iter().flatten().map(|(name, _)| name).collect();
    }
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    let params = Params::parse(query, Reading::Form);
    params.iter().map(|(name, _)| name.to_owned()).collect()
}

impl Play {
    /// What was found out about a refused call, where a search was made.
    pub fn isolation(&self, refused: &Exchange) -> Option<Isolation> {
        let is_part =
            |exchange: &&Exchange| exchange.intent.role == Role::Isolated { of: refused.id };
        let parts: Vec<_> = self
            .exchanges
            .iter()
            .filter(is_part)
            .map(Part::of)
            .collect();
        let (accepted, failed): (Vec<_>, Vec<_>) =
            parts.iter().partition(|part| part.exchange.is_taken());
        let Some(base) = accepted.iter().min_by_key(|part| part.names.len()) else {
            let smallest = failed.iter().min_by_key(|part| part.names.len())?.exchange;
            return Some(Isolation::Whole {
                smallest: smallest.id,
                code: smallest.refusal_code().map(ToOwned::to_owned),
            });
        };
        let whole = Part::of(refused);
        let same = |part: &&&Part<'_>| part.names == whole.names;
        if let Some(again) = accepted.iter().find(same) {
            let plain = again.exchange.id;
            return Some(match failed.iter().find(same) {
                Some(part) => Isolation::OtherAlphabet {
                    plain,
                    slashed: part.exchange.id,
                },
                None => Isolation::LostPlus { again: plain },
            });
        }
        let beyond = |part: &&Part<'_>| Some((part.beyond(base)?, part.exchange.id));
        let least = failed
            .iter()
            .copied()
            .chain([&whole])
            .filter_map(|part| beyond(&part));
        let least = least.min_by_key(|(over, _)| over.len());
        Some(least.map_or(Isolation::Unclear, |(over, with)| {
            stumble(&whole, base, &accepted, over, with)
        }))
    }

    /// A fault of a refused call, with what was found out about the reason.
    pub fn explained(&self, exchange: &Exchange, fault: Fault) -> Fault {
        match self.isolation(exchange) {
            Some(isolation) => isolation.tell(exchange, fault),
            None => fault,
        }
    }
}

/// What the smallest refused call shows: one parameter by itself, two if everything but them is
/// accepted.
fn stumble(
    whole: &Part<'_>,
    base: &Part<'_>,
    accepted: &[&Part<'_>],
    over: Vec<String>,
    with: ExchangeId,
) -> Isolation {
    let rest = |part: &&&Part<'_>| whole.beyond(part).is_some_and(|more| more == over);
    let same = accepted.iter().find(rest);
    if over.is_empty() || over.len() > 2 || (over.len() == 2 && same.is_none()) {
        return Isolation::Unclear;
    }
    Isolation::Stumbles {
        without: same.map_or(base.exchange.id, |part| part.exchange.id),
        is_same: same.is_some(),
        over,
        with,
    }
}
