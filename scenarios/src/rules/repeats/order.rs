//! What is told of one order by its deliveries.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::{Exchange, ExchangeId, Role};
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule::{Fault, Look, Play, refused};

/// The real purchases of a play.
pub(super) fn purchases(play: &Play) -> impl Iterator<Item = &Exchange> {
    let name = play.profile.called(Activity::NewInstance);
    let of = move |call: &&Exchange| call.intent.activity == name && !call.intent.test;
    play.exchanges.iter().filter(of)
}

/// The instance id that an answer told, also one that got lost on the way.
pub(super) fn told(call: &Exchange) -> Option<&str> {
    let known = call.is_taken() || call.ended == Ended::Lost;
    call.answered_instance().filter(|_| known)
}

/// Why an order that comes again in a special way says nothing here: no order was taken, or one
/// that comes again plainly goes wrong as well, which another rule tells.
pub(super) fn plainly_wrong(play: &Play) -> Option<String> {
    let taken = purchases(play).any(|call| call.intent.role == Role::Call && call.is_taken());
    if !taken {
        return Some("no ordinary order was accepted".to_owned());
    }
    play.repeats(Activity::NewInstance).find_map(|pair| {
        let ids = (told(pair.first), told(pair.second));
        if pair.second.refusal_code().is_some() {
            return Some(
                "an order that comes again on its own is refused as well: see IDM002".to_owned(),
            );
        }
        match ids {
            (Some(first), Some(second)) if first != second => Some(
                "an order that comes again on its own gets another instance as well: see IDM001"
                    .to_owned(),
            ),
            _ => None,
        }
    })
}

/// The last of the calls that were made again for one of `of` until they were no longer put off.
pub(super) fn awaited<'a>(play: &'a Play, of: &[ExchangeId]) -> Option<&'a Exchange> {
    purchases(play)
        .filter(
            |call| matches!(&call.intent.role, Role::Awaited { of: known } if of.contains(known)),
        )
        .last()
}

/// Looks at the deliveries of one order: those that tell an instance tell the same one, and the one
/// that was waited for was not refused to the end. Tells whether there was anything to look at.
pub(super) fn one_instance(
    look: &mut Look,
    deliveries: &[&Exchange],
    awaited: Option<&Exchange>,
    diverged: impl FnOnce(usize) -> String,
    put_off: &str,
) -> bool {
    let ids: Vec<_> = deliveries
        .iter()
        .filter_map(|call| Some((*call, told(call)?)))
        .collect();
    let other = ids.first().and_then(|(_, first)| {
        let mut others = ids.iter().filter(|(_, id)| id != first);
        let (call, id) = others.next()?;
        Some((*call, *first, *id, 1 + others.count()))
    });
    if let Some((call, first, id, others)) = other {
        let fault = Fault::at("body /instanceId").expected(first).actual(id);
        look.found(call, fault.because(diverged(others)).fix(FIX));
        return true;
    }
    let refusal = awaited.and_then(|call| Some((call, refused(call)?)));
    // Sold out and the like: the seller does not take the order back, it never took it.
    if let Some((_, business)) = refusal.filter(|(_, code)| code.starts_with("0001")) {
        look.inconclusive(format!(
            "the seller refuses for a reason of business, {business}"
        ));
        return true;
    }
    if let Some((call, actual)) = refusal {
        let fault = Fault::at("body /resultCode")
            .expected(code::SUCCESS)
            .actual(actual);
        look.found(call, fault.because(put_off).fix(FIX));
        return true;
    }
    let answered = deliveries.iter().any(|call| call.is_taken());
    if answered {
        look.held();
    }
    answered
}

const FIX: &str = "Look the order up and write it down in one step, with a unique index on orderId; answer whoever comes second with the instance that is there, and let go of every lock when a call ends, however it ends.";
