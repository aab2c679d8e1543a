//! The answers whose Body-Sign the rules of this area look at.

use galleria_marketplace::transcript::{
    Exchange, NameOnWire, Outcome, SignatureReading, SignatureValue, Unreadable,
};
use galleria_protocol::mistake::Cause;

use crate::rule::{Fault, Play, is_declined, whole};

/// A Body-Sign that is there, in whatever shape.
pub(super) struct Present<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) name: &'a NameOnWire,
    pub(super) flaws: &'a [String],
    pub(super) value: &'a SignatureValue,
}

/// Answers that must be signed, refusals left out: those have a rule of their own. An answer
/// with another status than 200, or with coded bytes, is told by the rule for that.
pub(super) fn successes(play: &Play) -> impl Iterator<Item = (&Exchange, &SignatureReading)> {
    play.answers().filter_map(|(exchange, answer)| {
        let refused = matches!(exchange.outcome(), Outcome::Refused { .. });
        let coded = *exchange.outcome()
            == Outcome::Unreadable {
                why: Unreadable::Compressed,
            };
        let looked_at = !refused && !coded && (answer.status == 200 || exchange.is_accepted());
        exchange
            .reading
            .signature
            .as_ref()
            .filter(|_| looked_at)
            .map(|seen| (exchange, seen))
    })
}

/// Refusals that could be read, those of forged calls included.
pub(super) fn refusals(play: &Play) -> impl Iterator<Item = (&Exchange, &SignatureReading)> {
    play.exchanges.iter().filter_map(|exchange| {
        let refused = exchange.refusal_code().is_some() && whole(exchange).is_some();
        let looked_at = refused && !is_declined(exchange);
        exchange
            .reading
            .signature
            .as_ref()
            .filter(|_| looked_at)
            .map(|seen| (exchange, seen))
    })
}

/// Those of [`successes`] that carry a Body-Sign.
pub(super) fn present(play: &Play) -> impl Iterator<Item = Present<'_>> {
    successes(play).filter_map(|(exchange, seen)| match seen {
        SignatureReading::Absent => None,
        SignatureReading::Present { name, flaws, value } => Some(Present {
            exchange,
            name,
            flaws,
            value,
        }),
    })
}

/// What is told of a signature that does not fit: the mistakes where some explain it, else what was
/// tried.
pub(super) fn wrong(cause: Option<&str>, tried: Option<&str>) -> Fault {
    let named = cause.and_then(Cause::find);
    let because = named.map_or_else(
        || {
            format!(
                "The signature does not fit the bytes of the body, and none of the known mistakes \
                 explains it ({}). The usual reasons are another key and a body that was changed \
                 after it was signed.",
                tried.unwrap_or("nothing fits")
            )
        },
        |cause| cause.explanation(),
    );
    let fix = named.map_or_else(
        || {
            "Serialise the body once, sign those bytes with the key alone, and send those bytes."
                .to_owned()
        },
        |cause| cause.fix(),
    );
    Fault::at("header Body-Sign")
        .expected("Base64(HMAC-SHA256(key, the body's bytes))")
        .actual("another signature")
        .cause(cause)
        .because(because)
        .fix(fix)
}
