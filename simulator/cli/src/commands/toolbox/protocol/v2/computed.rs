//! The signature that the seller's own code computed for a call.

use galleria_protocol::Key;
use galleria_protocol::mistake::Context;
use galleria_protocol::signed_call::Claim;

use super::request::{Call, explained};
use crate::commands::toolbox::working::Verdict;

/// Judges the seller's signature, and the call's own with it.
pub(super) fn judge(key: &Key, call: &Call<'_>, computed: &str, context: &Context<'_>) -> Verdict {
    let signing = call.signing;
    let own_is_wrong = !call.claim.signature.is_empty() && call.fits.is_none();
    let claim = Claim {
        signature: computed.to_owned(),
        ..call.claim.clone()
    };
    if signing.fitting_form(key, &claim, call.body).is_some() {
        if own_is_wrong {
            let diagnosis = signing.explain(key, &call.claim, call.body, context);
            let says = "the seller's signature is right under this key, but the call's own is not: \
                        who made it has another key, or it was changed on its way";
            return explained(Verdict::wrong(says), &diagnosis);
        }
        return Verdict::right("the seller's signature is right");
    }
    let says = if own_is_wrong {
        "neither the seller's signature nor the call's own is that of this call under this key: is \
         the key the right one?"
    } else {
        "the seller's signature is not that of this call"
    };
    let diagnosis = signing.explain(key, &claim, call.body, context);
    explained(Verdict::wrong(says), &diagnosis)
}
