//! What the parts of a refused call show: which of its parameters the seller stumbles over.
//!
//! A fold over the exchanges and nothing else: the parts are evidence like every other call.

use std::collections::BTreeSet;

use galleria_marketplace::transcript::{Exchange, ExchangeId, Role};
use galleria_protocol::Params;
use galleria_protocol::code;
use galleria_protocol::params::Reading;

use super::finding::Fault;
use super::play::Play;

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
        let target = &exchange.request.target;
        let query = target.split_once('?').map_or("", |(_, query)| query);
        let params = Params::parse(query, Reading::Form);
        Self {
            exchange,
            names: params.iter().map(|(name, _)| name.to_owned()).collect(),
        }
    }

    /// The names that it has beyond `other`, where it has all of that.
    fn beyond(&self, other: &Self) -> Option<Vec<String>> {
        let has_all = other.names.is_subset(&self.names);
        has_all.then(|| self.names.difference(&other.names).cloned().collect())
    }
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
            parts.iter().partition(|part| part.exchange.is_accepted());
        let Some(base) = accepted.iter().min_by_key(|part| part.names.len()) else {
            let smallest = failed.iter().min_by_key(|part| part.names.len())?.exchange;
            return Some(Isolation::Whole {
                smallest: smallest.id,
                code: smallest.refusal_code().map(ToOwned::to_owned),
            });
        };
        let whole = Part::of(refused);
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
    if over.len() > 2 || (over.len() == 2 && same.is_none()) {
        return Isolation::Unclear;
    }
    Isolation::Stumbles {
        without: same.map_or(base.exchange.id, |part| part.exchange.id),
        is_same: same.is_some(),
        over,
        with,
    }
}

impl Isolation {
    /// Adds what was found out to the fault of the refused call.
    pub fn tell(&self, exchange: &Exchange, fault: Fault) -> Fault {
        let call = noun(&exchange.intent.activity);
        match self {
            Self::Stumbles { over, .. } => Fault {
                place: place(over),
                explanation: format!("{} {}", fault.explanation, self.sentence(call)),
                fix: remedy(over).unwrap_or(fault.fix),
                ..fault
            },
            Self::Whole { smallest, code } => Fault {
                explanation: format!(
                    "{} A {call} with nothing optional is refused as well (call {smallest}): {}",
                    fault.explanation,
                    whole(code.as_deref())
                ),
                ..fault
            },
            Self::Unclear => Fault {
                explanation: format!(
                    "{} No parameter could be found that is the reason: parts of the {call} are \
                     accepted, and no one or two parameters make the seller refuse.",
                    fault.explanation
                ),
                ..fault
            },
        }
    }

    /// What the seller does, in a sentence; empty where it stumbles over nothing by name.
    pub fn sentence(&self, call: &str) -> String {
        let Self::Stumbles {
            over,
            with,
            without,
            is_same,
        } = self
        else {
            return String::new();
        };
        let (names, them) = (named(over), if over.len() == 1 { "it" } else { "them" });
        let what = if over.len() == 1 {
            "that parameter"
        } else {
            "these parameters together"
        };
        if *is_same {
            return format!(
                "The seller accepts the same {call} without {names} (call {without}); it stumbles over {what}."
            );
        }
        format!(
            "The seller accepts a small {call} without {names} (call {without}) and refuses it with {them} (call {with}); it stumbles over {what}."
        )
    }
}

/// Where the fault lies, for parameters of these names.
pub fn place<S: AsRef<str>>(names: &[S]) -> String {
    let kind = if names.len() == 1 {
        "parameter"
    } else {
        "parameters"
    };
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    format!("{kind} {}", names.join(" and "))
}

/// What a call of that scene is, in the words of sellers.
pub fn noun(activity: &str) -> &'static str {
    match activity {
        "newInstance" => "purchase",
        "refreshInstance" => "renewal",
        _ => "call",
    }
}

fn named(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(" and ")
}

/// What the refusal of the smallest call says of the reason.
fn whole(refused: Option<&str>) -> &'static str {
    match refused {
        Some(code::AUTHENTICATION_FAILED) => {
            "the reason is none of its optional parameters but the key, the token or a mandatory one."
        }
        _ => {
            "the reason is none of its optional parameters but a mandatory one, or something that the \
             seller misses, such as a product that it knows."
        }
    }
}

/// What to do about a stumble.
fn remedy(over: &[String]) -> Option<String> {
    let names = named(over);
    let [name] = over else {
        return Some(format!(
            "Take {names} together as they come, and sign over them like over all others."
        ));
    };
    Some(match name.as_str() {
        "productId" | "skuCode" => format!(
            "A seller that knows products of its own only is told one of them with --product-id and --sku-code; the ids are made up otherwise. Else take {names} as it comes."
        ),
        "chargingMode" | "expireTime" | "periodType" | "periodNumber" => format!(
            "Tell with --billing how the product is billed, if it is not as these calls say. Else take {names} as it comes."
        ),
        _ => format!(
            "Take {names} where it comes, ignore it where there is no use for it, and sign over it like over all others."
        ),
    })
}
