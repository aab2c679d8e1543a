//! The token that the seller's own code computed for a call.

use galleria_protocol::mistake::{self, Cause, Context, Diagnosis};
use galleria_protocol::{Key, Params, token};

use super::request::{Call, wrong_key_or_text};
use crate::commands::toolbox::working::Verdict;

/// Judges the seller's token, and the call's own with it.
pub(super) fn judge(key: &Key, call: &Call<'_>, computed: &str, context: &Context<'_>) -> Verdict {
    let own_is_wrong = call.sent.is_some() && call.fits.is_none();
    if call.right == computed || (call.fits.is_some() && call.sent.as_deref() == Some(computed)) {
        if own_is_wrong {
            let diagnosis = mistake::of_token(key, call.query, context);
            return wrong_key_or_text(
                Verdict::wrong(
                    "the seller's token is right under this key, but the call's own is not: who \
                     made it has another key, or it was changed on its way",
                ),
                &diagnosis,
            );
        }
        return Verdict::right("the seller's token is right");
    }
    let diagnosis = mistake::of_token(key, &with_token(call.query, computed), context);
    if diagnosis == Diagnosis::Right {
        return nearly_right(call, computed);
    }
    let says = if own_is_wrong {
        "neither the seller's token nor the call's own is that of these parameters under this key: \
         is the key the right one?"
    } else {
        "the seller's token is not that of these parameters"
    };
    wrong_key_or_text(Verdict::wrong(says), &diagnosis)
}

/// The token fits under a reading that the marketplace never uses for what it computes.
fn nearly_right(call: &Call<'_>, computed: &str) -> Verdict {
    if computed.contains(' ') {
        let mut verdict = Verdict::wrong("the seller's token is right but for its blanks");
        verdict.cause = Cause::find("blank-for-plus");
        return verdict;
    }
    let has_empty = call.params.iter().any(|(_, value)| value.is_empty());
    Verdict::wrong("the seller's token fits another reading of the query").fix(if has_empty {
        "Sign parameters without a value as `name=`; do not leave them out."
    } else {
        "Decode each value once, as a form: + is a blank, %2B is +."
    })
}

/// The query with that token in place of its own; the rest stays as it was sent.
fn with_token(query: &str, computed: &str) -> String {
    let is_token = |piece: &&str| piece.split('=').next() == Some(token::PARAMETER);
    let mut pieces: Vec<&str> = query.split('&').filter(|piece| !is_token(piece)).collect();
    let mut own = Params::new();
    own.push(token::PARAMETER, computed);
    let own = own.to_query();
    pieces.push(&own);
    pieces.join("&")
}
