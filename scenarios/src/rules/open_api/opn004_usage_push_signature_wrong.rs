//! OPN004: a usage push is not signed as it must be.

use galleria_marketplace::open_api::Wish;

use super::seen::{call_backs, check_signatures};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The header signature of a usage push is the Base64 of the HMAC-SHA256 of ts={ts}&nonce={nonce}&body={body} under
    /// the access key of the base interfaces, over the body as it is sent or with its members sorted.
    ///
    /// # Why it matters
    /// The marketplace answers 401 and bills none of the use.
    ///
    /// # A seller that breaks it
    /// Takes the SK in place of the access key, writes the signature in hex as V2's calls have it, or signs a body that
    /// it then writes anew.
    ///
    /// # How to fix
    /// Serialise the body once, sign those bytes together with the values of the headers ts and nonce, and send the
    /// same bytes.
    ///
    /// # What a lawful seller may do
    /// Never push usage. Push it in the old form, signed with AK and SK. Send further headers, AK and SK beside the
    /// signature among them.
    OPN004 = {
        name: "usage-push-signature-wrong",
        force: Must,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-pushed-in-the-old-form"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-signed-in-hex", "usage-signed-with-sk"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let pushes = call_backs(play).filter(|(_, came)| came.wish == Wish::UsagePush);
    check_signatures(look, pushes, "header signature", TOLD);
}

const TOLD: [&str; 3] = [
    "a signature that fits headers and body",
    "The signature of a usage push does not hold.",
    "Sign ts={ts}&nonce={nonce}&body={body} with the values and bytes that are sent.",
];
