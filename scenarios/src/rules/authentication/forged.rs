//! Forged calls beside their controls.

use galleria_marketplace::transcript::Exchange;

use crate::rule::{Fault, Look, Play};

/// Looks at every call forged in one way: it must not have been accepted.
pub(super) fn refused(play: &Play, look: &mut Look, how: &str, because: &str) {
    for pair in play.tampered(how) {
        let Some(accepted) = accepted(pair.second) else { continue };
        let activity = &pair.second.intent.activity;
        look.expect(pair.second, !accepted, || {
            Fault::at("body /resultCode")
                .expected("000001")
                .actual("000000")
                .because(format!("{because} ({activity}; compare exchange {}).", pair.first.id))
                .fix("Compute authToken from the decoded parameters and compare it in full before anything else is done.")
        });
    }
}

/// Whether the seller did business on a call; nothing where that cannot be told.
fn accepted(exchange: &Exchange) -> Option<bool> {
    exchange.response.as_ref()?;
    Some(exchange.is_accepted())
}
