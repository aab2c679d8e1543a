//! One play of a scenario as rules see it: its exchanges, and the ways in which they belong together.
//!
//! An answer is read in layers: it came, its status, its bytes, its JSON, its result code, its
//! fields. A rule of a deeper layer looks only at answers that passed the layers above it, so that
//! one mistake is told once, by the rule that is about it.

use std::sync::Arc;

use galleria_marketplace::market::Billing;
use galleria_marketplace::tamper::{Tampering, Twin};
use galleria_marketplace::transcript::{Answer, Exchange, ExchangeId, Outcome, Role};
use galleria_protocol::mistake::Cause;
use galleria_protocol::params::Reading;
use galleria_protocol::{Activity, Params, code};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::effect::Probed;
use crate::event::CalledBack;
use crate::profile::Profile;
use galleria_marketplace::delivery::Ended;

/// The forgery that makes a release of another call.
pub const MADE_A_RELEASE: &str = "made-a-release";

/// A debug call that is signed as it ought to be, beside those that are signed with a mistake.
pub const SIGNED_RIGHTLY: &str = "signed-rightly";

/// What stands before the mistake with which the others are signed.
pub const SIGNED_AS: &str = "signed-as ";

/// What was recorded of one play of a scenario.
#[derive(Clone, Debug)]
pub struct Play {
    /// The scenario.
    pub scenario: String,
    /// The rule book it was played by.
    pub profile: Arc<Profile>,
    /// The billing mode of what was sold.
    pub billing: Billing,
    /// Whether an order had been delivered in this run before this play began.
    pub delivered_before: bool,
    /// The exchanges in the order of recording.
    pub exchanges: Vec<Exchange>,
    /// The calls of the kit, which only the rules of that area look at.
    pub kit: Vec<Exchange>,
    /// What the seller called of the open APIs (V2), in the order of coming.
    pub call_backs: Vec<CalledBack>,
    /// The steps that were not played.
    pub left_out: Vec<LeftOut>,
    /// Whether the run was stopped while an instance was waited for.
    pub waiting_cut_short: bool,
    /// What the effect probe counted before the clean-up, if there is one.
    pub probed: Vec<Probed>,
    /// Why it did not count everything, where it did not.
    pub unprobed: Option<String>,
}

/// A step that was not played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The step, from 1.
    pub step: u32,
    /// Why.
    pub reason: String,
    /// Whether the rule book has no such call, so that nothing is missed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_book: bool,
}

/// Two exchanges of which the second is to be judged by the first.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The first delivery, or the control.
    pub first: &'a Exchange,
    /// The repeat, or the tampered twin.
    pub second: &'a Exchange,
}

impl Play {
    /// The exchange of that number.
    pub fn exchange(&self, id: ExchangeId) -> Option<&Exchange> {
        let at = self
            .exchanges
            .binary_search_by_key(&id, |exchange| exchange.id);
        at.ok().and_then(|at| self.exchanges.get(at))
    }

    /// The run's first call, where this play holds it: what is true of the address is told once.
    pub fn first_of_run(&self) -> Option<&Exchange> {
        self.exchange(ExchangeId(1))
    }

    /// The calls for which a connection was opened over TLS, or would have been.
    pub fn tls_handshakes(&self) -> impl Iterator<Item = &Exchange> {
        self.exchanges.iter().filter(|exchange| {
            exchange.timings.tls_us.is_some() || exchange.ended == Ended::TlsFailed
        })
    }

    /// Every call that the seller had to answer as the protocol says: all but forgeries (which any
    /// refusal answers), calls that are none of the marketplace's, calls of a scene that it need not
    /// have and refused, and calls whose answer was lost, whose connection was cut on purpose or that
    /// the run broke off; of calls at the same moment those that the seller had no room for; and calls
    /// behind one that a stranger made a release, which AUT017 is about.
    pub fn owed(&self) -> impl Iterator<Item = &Exchange> {
        let broken = [Ended::Lost, Ended::Cut, Ended::Outage, Ended::Interrupted];
        let released: Vec<_> = self
            .tampered(MADE_A_RELEASE)
            .map(|pair| pair.second)
            .collect();
        let is_behind_one = move |exchange: &Exchange| {
            let of_it = |forged: &&Exchange| {
                exchange.id > forged.id && exchange.intent.purchase == forged.intent.purchase
            };
            released.iter().any(of_it)
        };
        self.exchanges.iter().filter(move |exchange| {
            !is_forged(exchange)
                && !is_behind_one(exchange)
                && !is_explaining(exchange)
                && !is_declined(exchange)
                && !is_crowded_out(exchange)
                && !broken.contains(&exchange.ended)
        })
    }

    /// Those of [`Play::owed`] that got a whole answer.
    pub fn answers(&self) -> impl Iterator<Item = (&Exchange, &Answer)> {
        self.owed()
            .filter_map(|exchange| Some((exchange, whole(exchange)?)))
    }

    /// Those of [`Play::answers`] that hold one JSON object.
    pub fn objects(&self) -> impl Iterator<Item = (&Exchange, &Map<String, Value>)> {
        self.answers()
            .filter_map(|(exchange, answer)| Some((exchange, answer.object()?)))
    }

    /// The calls that were accepted, with their JSON; forgeries among them are left out.
    pub fn accepted(&self) -> impl Iterator<Item = (&Exchange, &Map<String, Value>)> {
        self.objects()
            .filter(|(exchange, _)| exchange.is_accepted())
    }

    /// Ordinary and rightly signed calls of a buyer's life: real, untampered, whole.
    pub fn ordinary(&self) -> impl Iterator<Item = &Exchange> {
        self.owed().filter(|exchange| {
            !exchange.intent.test && !is_tampered(exchange) && !is_isolated(exchange)
        })
    }

    /// Repeats of real calls of `activity` whose first delivery was taken on.
    pub fn repeats(&self, activity: Activity) -> impl Iterator<Item = Pair<'_>> {
        self.exchanges.iter().filter_map(move |second| {
            let Role::Repeat { of } = second.intent.role else {
                return None;
            };
            let first = self.exchange(of)?;
            let named = Activity::from_name(&second.intent.activity);
            let same = named == Some(activity) && !second.intent.test;
            (same && first.is_taken()).then_some(Pair { first, second })
        })
    }

    /// Tampered calls beside their control, for one tampering.
    pub fn tampered(&self, how: &str) -> impl Iterator<Item = Pair<'_>> {
        self.exchanges.iter().filter_map(move |second| {
            let Role::Tampered { how: done, control } = &second.intent.role else {
                return None;
            };
            let first = self.exchange(*control)?;
            (done == how).then_some(Pair { first, second })
        })
    }

    /// Forged calls beside their control, whatever the forgery.
    pub fn forgeries(&self) -> impl Iterator<Item = Pair<'_>> {
        self.exchanges.iter().filter_map(|second| {
            let Role::Tampered { control, .. } = second.intent.role else {
                return None;
            };
            let first = self.exchange(control)?;
            is_forged(second).then_some(Pair { first, second })
        })
    }
}

/// The answer of an exchange, if the whole of it came.
pub fn whole(exchange: &Exchange) -> Option<&Answer> {
    exchange
        .response
        .as_ref()
        .filter(|_| exchange.ended == Ended::Answered)
}

/// Whether the seller said no to a scene that it need not have: by a result code, or by a status with
/// which servers turn away what they do not have. A crash is no such answer, nor is 000001: it is said
/// of a token, and the token was right.
pub fn is_declined(exchange: &Exchange) -> bool {
    let turned_away = |answer: &Answer| (400..500).contains(&answer.status) || answer.status == 501;
    let said_no = match exchange.outcome() {
        Outcome::Refused { code } => code != code::AUTHENTICATION_FAILED,
        Outcome::Unreadable { .. } => exchange.response.as_ref().is_some_and(turned_away),
        _ => false,
    };
    exchange.intent.optional && said_no
}

/// Whether a call is one of several at the same moment.
pub fn is_at_once(exchange: &Exchange) -> bool {
    matches!(exchange.intent.role, Role::AtOnce { .. })
}

/// Statuses with which servers and gateways turn away what is too much for them.
const TOO_MUCH: [u16; 4] = [429, 502, 503, 504];

/// Whether a call at the same moment as others got no answer of the seller's: how many calls it takes
/// side by side is its own affair, and the platform does not make so many.
fn is_crowded_out(exchange: &Exchange) -> bool {
    let turned_away = |answer: &Answer| TOO_MUCH.contains(&answer.status);
    is_at_once(exchange) && whole(exchange).is_none_or(turned_away)
}

/// The code of a refusal that is about the call itself; a token that was called wrong is the
/// business of the rules about tokens.
pub fn refused(exchange: &Exchange) -> Option<&str> {
    exchange
        .refusal_code()
        .filter(|refused| *refused != code::AUTHENTICATION_FAILED)
}

/// Whether a call is the tampered twin of another.
pub fn is_tampered(exchange: &Exchange) -> bool {
    matches!(exchange.intent.role, Role::Tampered { .. })
}

/// Whether a call is a part of a refused one, sent to find out what the seller stumbles over.
pub fn is_isolated(exchange: &Exchange) -> bool {
    matches!(exchange.intent.role, Role::Isolated { .. })
}

/// The value of a parameter or member as it was sent, decoded.
pub fn sent(exchange: &Exchange, name: &str) -> Option<String> {
    if let Some(body) = &exchange.request.body {
        let members: Map<String, Value> = serde_json::from_str(body).ok()?;
        return members.get(name)?.as_str().map(ToOwned::to_owned);
    }
    let (_, query) = exchange.request.target.split_once('?')?;
    let named = |pair: &&str| pair.split('=').next() == Some(name);
    let pair = query.split('&').find(named)?;
    Params::parse(pair, Reading::Form).remove(name)
}

/// Whether a call is none of the marketplace's, made to tell why another was refused.
fn is_explaining(exchange: &Exchange) -> bool {
    let explains = |how: &str| match Tampering::find(how) {
        Some(tampering) => tampering.twin == Twin::Explaining,
        None => how == SIGNED_RIGHTLY || mistake(how).is_some(),
    };
    exchange.intent.tampering().is_some_and(explains)
}

/// The debug call that was signed as a seller signs it that makes some mistake, of those that were made
/// for a refused call.
pub fn tried_signatures<'a>(
    play: &'a Play,
    refused: &'a Exchange,
) -> impl Iterator<Item = (Cause, &'a Exchange)> {
    play.exchanges.iter().filter_map(|exchange| {
        let Role::Tampered { how, control } = &exchange.intent.role else {
            return None;
        };
        let cause = mistake(how).filter(|_| *control == refused.id)?;
        Some((cause, exchange))
    })
}

/// The mistake with which a debug call was signed.
fn mistake(how: &str) -> Option<Cause> {
    how.strip_prefix(SIGNED_AS).and_then(Cause::find)
}

fn tampering(exchange: &Exchange) -> Option<&'static Tampering> {
    exchange.intent.tampering().and_then(Tampering::find)
}

/// Whether a call's signature is not the marketplace's.
pub fn is_forged(exchange: &Exchange) -> bool {
    tampering(exchange).is_some_and(Tampering::forges)
}
