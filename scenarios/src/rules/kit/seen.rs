//! What the rules of this area look at: the calls of the kit, which other rules do not see.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::kit::KitChange;
use galleria_marketplace::tamper::Twin;
use galleria_marketplace::transcript::{Exchange, ExchangeId, Outcome, Role};
use galleria_protocol::code;
use galleria_protocol::kit::Flag;
use serde_json::{Map, Value};

use crate::rule::{Fault, Look, Pair, Play};

/// Calls that are the marketplace's, made sense, and were not broken off by the run.
pub(super) fn lawful(play: &Play) -> impl Iterator<Item = &Exchange> {
    play.kit.iter().filter(|exchange| {
        let twin = change(exchange).map_or(Twin::Lawful, |change| change.twin);
        twin == Twin::Lawful && exchange.ended != Ended::Interrupted
    })
}

/// First calls with one of these flags; none stands for a call that has no flag.
pub(super) fn first<'a>(
    play: &'a Play,
    flags: &'static [Option<Flag>],
) -> impl Iterator<Item = &'a Exchange> {
    let ordinary = |exchange: &&Exchange| exchange.intent.role == Role::Call;
    lawful(play)
        .filter(ordinary)
        .filter(move |exchange| flags.contains(&flag(exchange)))
}

/// Repeats of accepted calls, beside the first.
pub(super) fn repeats(play: &Play) -> impl Iterator<Item = Pair<'_>> {
    play.kit.iter().filter_map(|second| {
        let Role::Repeat { of } = second.intent.role else {
            return None;
        };
        let first = find(play, of)?;
        first.is_accepted().then_some(Pair { first, second })
    })
}

/// Changed calls beside their accepted controls, for these changes.
pub(super) fn twins<'a>(
    play: &'a Play,
    hows: &'static [&'static str],
) -> impl Iterator<Item = Pair<'a>> {
    play.kit.iter().filter_map(move |second| {
        let Role::Tampered { how, control } = &second.intent.role else {
            return None;
        };
        let first = find(play, *control)?;
        hows.contains(&how.as_str())
            .then_some(Pair { first, second })
    })
}

/// What was done to a call.
fn change(exchange: &Exchange) -> Option<&'static KitChange> {
    exchange.intent.tampering().and_then(KitChange::find)
}

fn find(play: &Play, id: ExchangeId) -> Option<&Exchange> {
    play.kit.iter().find(|exchange| exchange.id == id)
}

/// The flag that a call carried.
pub(super) fn flag(exchange: &Exchange) -> Option<Flag> {
    let body: Map<String, Value> = serde_json::from_str(exchange.request.body.as_deref()?).ok()?;
    let number = body.get("flag")?.as_u64()?;
    let mut all = Flag::ALL.into_iter();
    all.find(|flag| u64::from(flag.number()) == number)
}

/// Looks at a call that must be accepted. An answer that does not say is KIT002's business.
pub(super) fn must_accept(look: &mut Look, exchange: &Exchange, because: String, fix: &str) {
    match exchange.outcome() {
        Outcome::Accepted => look.held(),
        Outcome::Refused { code } => look.found(
            exchange,
            Fault::at("body /resultCode")
                .expected(code::SUCCESS)
                .actual(code.clone())
                .because(because)
                .fix(fix),
        ),
        _ => {}
    }
}

/// Looks at other lawful forms of accepted calls, which must be accepted as well.
pub(super) fn must_accept_forms<'a>(
    look: &mut Look,
    pairs: impl Iterator<Item = Pair<'a>>,
    because: &str,
    fix: &str,
) {
    for pair in pairs.filter(|pair| pair.first.is_accepted()) {
        must_accept(look, pair.second, compared(because, &pair), fix);
    }
}

/// Looks at forgeries, which must not be accepted.
pub(super) fn must_refuse<'a>(
    look: &mut Look,
    pairs: impl Iterator<Item = Pair<'a>>,
    because: &str,
    fix: &str,
) {
    for pair in pairs.filter(|pair| pair.second.response.is_some()) {
        look.expect(pair.second, !pair.second.is_accepted(), || {
            Fault::at("body /resultCode")
                .expected(code::AUTHENTICATION_FAILED)
                .actual(code::SUCCESS)
                .because(compared(because, &pair))
                .fix(fix)
        });
    }
}

/// The same with what was called, and the call that it is held against.
fn compared(because: &str, pair: &Pair<'_>) -> String {
    let activity = &pair.second.intent.activity;
    format!("{because} ({activity}; compare call {}).", pair.first.id)
}

/// Whether the seller took something new of the same call in this play: one that has nothing of it
/// refuses a deletion and a change for the same reason.
pub(super) fn is_had(play: &Play, exchange: &Exchange) -> bool {
    const NEW: &[Option<Flag>] = &[Some(Flag::Add)];
    let same = |new: &Exchange| new.intent.activity == exchange.intent.activity;
    first(play, NEW).any(|new| new.is_accepted() && same(new))
}
