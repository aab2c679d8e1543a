//! Forged calls beside their controls.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::Api;

use crate::rule::{Fault, Look, Pair, Play};

/// Looks at every call forged in one way: it must not have been accepted.
/// `worse` are the forgeries that leave nothing to be told of this one where they are accepted.
pub(super) fn refused(play: &Play, look: &mut Look, how: &str, worse: &[&str], because: &str) {
    for pair in play.tampered(how) {
        let Some(accepted) = accepted(pair.second) else {
            continue;
        };
        if !told_by_none(play, look, pair, worse) {
            continue;
        }
        let activity = &pair.second.intent.activity;
        look.expect(pair.second, !accepted, || {
            Fault::at("body /resultCode")
                .expected("000001")
                .actual("000000")
                .because(format!(
                    "{because} ({activity}; compare call {}).",
                    pair.first.id
                ))
                .fix(fix(play.profile.api))
        });
    }
}

/// What a seller does that tells the marketplace from a stranger.
fn fix(api: Api) -> &'static str {
    match api {
        Api::V1 => {
            "Compute authToken from the decoded parameters and compare it in full before anything else is done."
        }
        Api::V2 => {
            "Check timestamp, nonce and signature over the bytes of the body before anything else is done."
        }
    }
}

/// Whether the same control has no twin of another forgery that was accepted as well: one that
/// tells already what this one would tell. Says so where it has one.
fn told_by_none(play: &Play, look: &mut Look, pair: Pair<'_>, others: &[&str]) -> bool {
    let same = |other: &Pair<'_>| other.first.id == pair.first.id && other.second.is_accepted();
    let told = others
        .iter()
        .find(|how| play.tampered(how).any(|other| same(&other)));
    if let Some(how) = told {
        look.inconclusive(format!("the seller accepts worse than this: {how}"));
    }
    told.is_none()
}

/// Whether the seller did business on a call; nothing where that cannot be told.
fn accepted(exchange: &Exchange) -> Option<bool> {
    exchange.response.as_ref()?;
    Some(exchange.is_accepted())
}
