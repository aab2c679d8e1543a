//! LIF010: a buyer who leaves early is refused.

use galleria_marketplace::market::State;
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, refused, sent};

rule! {
    /// # What it checks
    /// A purchase that has not expired can be released, and a renewal can be cancelled: it comes
    /// back as a renewal with an earlier end, in V2 with the scene UNSUBSCRIBE_RENEWAL_PERIOD.
    ///
    /// # Why it matters
    /// The buyer unsubscribes and gets the money back, while the instance runs on.
    ///
    /// # A seller that breaks it
    /// Has a state machine that leads from frozen to released only, or takes no end before the one
    /// that it knows.
    ///
    /// # How to fix
    /// Release whatever the state is, and set the end that a renewal carries, whichever it is.
    ///
    /// # What a lawful seller may do
    /// Keep data for a time after the release. The negative amount that a cancellation may carry is
    /// LIF012's business.
    LIF010 = {
        name: "unsubscribe-refused",
        force: Must,
        source: "v1 §5.2, §5.4, v2 §4.3, §4.5",
        needs: "release of a purchase that has not expired",
        lawful: ["reference"],
        faults: [
            "release-before-expiry-refused",
            "release-with-amount-refused",
            "frozen-instance-not-released",
            "refund-of-renewal-refused",
            "end-without-milliseconds-refused",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let cancelled = play.tampered("earlier-end").map(|pair| pair.second);
    let cancelled = cancelled.chain(play.ordinary().filter(|exchange| is_cancellation(exchange)));
    for exchange in early_releases(play).chain(cancelled) {
        let refused = match refused(exchange) {
            None if !exchange.is_accepted() => continue,
            // The seller does not know the instance at all: that is no refusal to let it go.
            Some(code::UNKNOWN_INSTANCE) => continue,
            other => other,
        };
        look.expect(exchange, refused.is_none(), || {
            Fault::at("body /resultCode")
                .expected(code::SUCCESS)
                .actual(refused.unwrap_or_default())
                .because(format!(
                    "The buyer leaves before the paid time is over, and the seller refuses.{}",
                    amount(exchange)
                ))
                .fix("Release whatever the state is, and set the end that a renewal carries.")
        });
    }
}

/// Whether a V2 call takes a renewal back, for the first time.
pub(super) fn is_cancellation(exchange: &Exchange) -> bool {
    exchange.intent.role == Role::Call
        && sent(exchange, "scene").as_deref() == Some("UNSUBSCRIBE_RENEWAL_PERIOD")
}

/// What is said of the amount of a release, where it carries one.
fn amount(exchange: &Exchange) -> String {
    let is_release = exchange.intent.is(Activity::ReleaseInstance);
    match sent(exchange, "orderAmount").filter(|_| is_release) {
        Some(amount) => format!(" The release carries the optional orderAmount={amount}."),
        None => String::new(),
    }
}

/// The first release of purchases that are in use.
fn early_releases(play: &Play) -> impl Iterator<Item = &Exchange> {
    play.ordinary().filter(|exchange| {
        exchange.intent.is(Activity::ReleaseInstance)
            && exchange.intent.state == Some(State::Active)
            && exchange.intent.role == Role::Call
    })
}
