//! Calls of the open APIs, each beside the exchange within or behind which it came.

use galleria_marketplace::open_api::{CallBack, Flaw, Wish};
use galleria_marketplace::transcript::Exchange;

use crate::rule::{Fault, Look, Play, is_forged};

/// What the seller called, but for what it called for a forged call: the ids in it are not the
/// marketplace's.
pub(in crate::rules) fn call_backs(play: &Play) -> impl Iterator<Item = (&Exchange, &CallBack)> {
    let came = play.call_backs.iter();
    let beside = came.filter_map(|came| Some((play.exchange(came.exchange)?, &came.call_back)));
    beside.filter(|(exchange, _)| !is_forged(exchange))
}

/// Where a finding lies in a call.
pub(in crate::rules) fn place(call_back: &CallBack, part: &str) -> String {
    let path = call_back.target.split('?').next().unwrap_or_default();
    format!("call-back {} {path}, {part}", call_back.method)
}

/// The usage pushes whose signature holds.
pub(in crate::rules) fn usage_pushes(play: &Play) -> impl Iterator<Item = (&Exchange, &CallBack)> {
    call_backs(play).filter(|(_, came)| {
        matches!(came.wish, Wish::UsagePush | Wish::OldUsagePush) && is_authentic(came)
    })
}

/// Whether signature and date hold, so that the rest can be looked at.
pub(in crate::rules) fn is_authentic(came: &CallBack) -> bool {
    let refused = |flaw: &Flaw| matches!(flaw, Flaw::Signature { .. } | Flaw::Date { .. });
    !came.flaws.iter().any(refused)
}

/// Looks at the signature of each call, which stands in `part`. One that does not hold is told with
/// what is expected; with the mistake that explains it, or else as `because` and `fix` say.
pub(in crate::rules) fn check_signatures<'a>(
    look: &mut Look,
    calls: impl Iterator<Item = (&'a Exchange, &'a CallBack)>,
    part: &str,
    [expected, because, fix]: [&str; 3],
) {
    for (exchange, call_back) in calls {
        let wrong = call_back.flaws.iter().find_map(|flaw| match flaw {
            Flaw::Signature {
                error,
                cause,
                explanation,
                fix,
            } => Some((error, cause, explanation, fix)),
            _ => None,
        });
        let Some((error, cause, explanation, remedy)) = wrong else {
            look.held();
            continue;
        };
        let (because, fix) = if explanation.is_empty() {
            (because, fix)
        } else {
            (explanation.as_str(), remedy.as_str())
        };
        let fault = Fault::at(place(call_back, part)).expected(expected);
        let fault = fault.actual(error).cause(cause.clone());
        look.found(exchange, fault.because(because).fix(fix));
    }
}

/// Whether the seller told that instance in any answer of the play, also in one that came later.
pub(in crate::rules) fn is_told(play: &Play, id: &str) -> bool {
    let mut told = play
        .exchanges
        .iter()
        .filter_map(Exchange::answered_instance);
    told.any(|told| told == id)
}

/// Holds each push against one kind of flaw, told by `flaw`; the first of a push is told with what
/// is expected, why, and how to mend it.
pub(in crate::rules) fn check_usage(
    play: &Play,
    look: &mut Look,
    [expected, because, fix]: [&str; 3],
    flaw: impl Fn(&Flaw) -> Option<String>,
) {
    for (exchange, push) in usage_pushes(play) {
        let found = push.flaws.iter().find_map(&flaw);
        look.expect(exchange, found.is_none(), || {
            Fault::at(place(push, "usage_records"))
                .expected(expected)
                .actual(found.as_deref().unwrap_or_default())
                .because(because)
                .fix(fix)
        });
    }
}
