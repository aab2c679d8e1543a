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
            let fault = Fault::at("body /resultCode")
                .expected("000001")
                .actual(if pair.second.is_pending() {
                    "000004"
                } else {
                    "000000"
                })
                .because(format!(
                    "{because} ({activity}; compare call {}).",
                    pair.first.id
                ))
                .fix(fix(play.profile.api, how));
            if pair.second.intent.test {
                return fault
                    .adding("It is a debug call: look at testFlag behind the check alone.");
            }
            fault
        });
    }
}

/// What a seller does that tells the marketplace from a stranger.
fn fix(api: Api, how: &str) -> &'static str {
    match (api, how) {
        (Api::V2, "replayed-call") => {
            "Keep each nonce for as long as its timestamp is taken for fresh, and refuse one that comes again."
        }
        (Api::V2, "stale-timestamp" | "future-timestamp") => {
            "Compare timestamp, in milliseconds, with the time of now, and refuse what is further than 60 s away."
        }
        (Api::V2, "token-prefix" | "token-letter-case" | "token-in-blanks") => {
            "Compare the whole signature, and nothing but its letters' case may differ."
        }
        (Api::V1, _) => {
            "Compute authToken from the decoded parameters and compare it in full before anything else is done."
        }
        (Api::V2, _) => {
            "Check timestamp, nonce and signature over the bytes of the body before anything else is done."
        }
    }
}

/// Whether the same control has no twin of another forgery that was accepted as well: one that
/// tells already what this one would tell. Says so where it has one.
fn told_by_none(play: &Play, look: &mut Look, pair: Pair<'_>, others: &[&str]) -> bool {
    let same = |other: &Pair<'_>| other.first.id == pair.first.id && other.second.is_taken();
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
    Some(exchange.is_taken())
}
