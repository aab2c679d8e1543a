//! Which refusals are worth a search, and how many calls a run spends on searches.

use std::collections::BTreeSet;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::{Draft, State};
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule::Play;

/// The searches of a run: one for each kind of call, and a bounded number of calls in all.
#[derive(Debug, Default)]
pub(in crate::run) struct Isolations {
    begun: BTreeSet<(&'static str, bool)>,
    calls: u32,
    has_tried: bool,
}

/// The calls that all searches of a run may take.
const MOST_CALLS: u32 = 16;

impl Isolations {
    /// Whether a call of that kind is searched now: the first refusal of its kind is.
    pub(super) fn begin(&mut self, draft: &Draft) -> bool {
        let kind = (draft.subject.activity.name(), draft.subject.test);
        self.calls < MOST_CALLS && self.begun.insert(kind)
    }

    /// Whether signatures are tried now: once in a run.
    pub(super) fn begin_trial(&mut self) -> bool {
        !std::mem::replace(&mut self.has_tried, true)
    }

    /// Whether there is room for one more call, which is then counted.
    pub(super) fn spend(&mut self) -> bool {
        self.calls += 1;
        self.calls <= MOST_CALLS
    }
}

/// Whether the seller refused a call that it ought to have accepted, so that only something in the
/// call can be the reason: a debug call, the first order of a customer, or the renewal of an instance
/// in use.
pub(super) fn is_puzzling(play: &Play, draft: &Draft, exchange: &Exchange) -> bool {
    is_refusal(exchange)
        && !exchange.intent.optional
        && is_whole(play, draft)
        && (draft.subject.test || is_next(play, draft, exchange))
}

/// Whether a call was accepted, or refused in whatever way; nothing where the seller did not say.
pub(super) fn is_accepted(exchange: &Exchange) -> Option<bool> {
    if exchange.is_taken() {
        return Some(true);
    }
    let status = exchange.response.as_ref().map(|answer| answer.status);
    let failed = exchange.ended == Ended::Dropped || status.is_some_and(|status| status >= 400);
    (failed || exchange.refusal_code().is_some()).then_some(false)
}

/// Whether the seller calls the token or the signature wrong.
pub(super) fn is_unauthenticated(exchange: &Exchange) -> bool {
    exchange.refusal_code() == Some(code::AUTHENTICATION_FAILED)
}

/// Whether the seller calls the token or a parameter wrong, or fails.
fn is_refusal(exchange: &Exchange) -> bool {
    let of_form = |refused: &str| {
        matches!(
            refused,
            code::AUTHENTICATION_FAILED | code::INVALID_PARAMETER | code::INTERNAL_ERROR
        )
    };
    is_accepted(exchange) == Some(false) && exchange.refusal_code().is_none_or(of_form)
}

/// Whether a call has everything that the book calls mandatory.
fn is_whole(play: &Play, draft: &Draft) -> bool {
    let rows = play
        .profile
        .request(play.profile.called(draft.subject.activity))
        .iter();
    let mut mandatory = rows.filter(|row| row.is_mandatory() && !is_added_later(&row.name));
    mandatory.all(|row| draft.params.contains(&row.name))
}

/// Whether a parameter is added when the call is dated and signed.
fn is_added_later(name: &str) -> bool {
    matches!(name, "timeStamp" | "authToken")
}

/// Whether a real call is the next thing in the life of an ordinary purchase.
fn is_next(play: &Play, draft: &Draft, exchange: &Exchange) -> bool {
    let says = |name, value| draft.params.get(name) == Some(value);
    if says("testFlag", "1") || says("trialFlag", "1") || draft.params.contains("trialToFormal") {
        return false;
    }
    match draft.subject.activity {
        Activity::NewInstance => {
            let mut earlier = play.exchanges.iter().filter(|other| other.id < exchange.id);
            !earlier.any(|other| {
                other.intent.activity == exchange.intent.activity
                    && other.intent.customer == exchange.intent.customer
            })
        }
        Activity::RefreshInstance => draft.state == Some(State::Active),
        _ => false,
    }
}
