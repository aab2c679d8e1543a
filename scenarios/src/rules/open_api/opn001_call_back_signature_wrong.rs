//! OPN001: a call of an open API is not signed as it must be.

use galleria_marketplace::open_api::Wish;

use super::seen::{call_backs, check_signatures};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A query of an order, a usage push in the old form and the upload of a licence carry a right SDK-HMAC-SHA256 signature under the
    /// seller's AK and SK, over host and x-sdk-date at least.
    ///
    /// # Why it matters
    /// The gateway refuses the call with 401. The seller learns nothing of the order that it is to deliver, and after
    /// five failures in a row its AK is locked for five minutes.
    ///
    /// # A seller that breaks it
    /// Builds the canonical request by hand and forgets the slash behind the path, sorts nothing, or signs other
    /// headers than it lists.
    ///
    /// # How to fix
    /// Sign with the vendor's SDK, or compare the canonical request line by line: method, path with a slash at its end,
    /// sorted query, signed headers, their names, the body's SHA-256.
    ///
    /// # What a lawful seller may do
    /// Never call the open APIs. List the signed headers in any order, and send headers that are not signed.
    OPN001 = {
        name: "call-back-signature-wrong",
        force: Must,
        source: "v2 §7.3, licence §2.7",
        needs: "call of an open API",
        lawful: ["signed-headers-unsorted", "usage-pushed-in-the-old-form"],
        unseen: "the seller never called the open APIs",
        api: [V2],
        faults: ["online-upload-written-anew", "queries-signed-without-slash"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let signed = call_backs(play).filter(|(_, came)| came.wish != Wish::UsagePush);
    check_signatures(look, signed, "header Authorization", TOLD);
}

const TOLD: [&str; 3] = [
    "a signature that fits the call",
    "The signature of a call of the open APIs does not hold.",
    "Compare your canonical request with the documented form, line by line.",
];
