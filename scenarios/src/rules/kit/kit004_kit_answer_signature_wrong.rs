//! KIT004: kit answer signature wrong.

use super::seen::lawful;
use crate::rule;
use crate::rule::Fault;
use crate::rule::{Look, Play};
use galleria_marketplace::transcript::{SignatureReading, SignatureValue};

rule! {
    /// # What it checks
    /// The signature in `Body-Sign` fits the bytes of the answer under the key alone.
    ///
    /// # Why it matters
    /// The marketplace cannot tell the seller's answer from a stranger's.
    ///
    /// # A seller that breaks it
    /// Appends the time to the key, as the token of the call has it.
    ///
    /// # How to fix
    /// Use the key alone, and sign the bytes that are sent.
    ///
    /// # What a lawful seller may do
    /// Write the answer as it likes, as long as those bytes are signed.
    KIT004 = {
        name: "kit-answer-signature-wrong",
        force: Should,
        source: "kit §1.3",
        needs: "V1 kit answer with a Body-Sign",
        lawful: ["kit-further-members"],
        api: [V1],
        faults: ["kit-answers-signed-with-time"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in lawful(play).filter(|exchange| exchange.is_accepted()) {
        let Some(SignatureReading::Present { value, .. }) = &exchange.reading.signature else {
            continue;
        };
        look.expect(exchange, matches!(value, SignatureValue::Right), || {
            Fault::at("header Body-Sign")
                .expected("Base64(HMAC-SHA256(key, the body's bytes))")
                .actual("another signature")
                .because("The signature of the answer to a kit call does not fit its body.")
                .fix("Serialise the body once, sign those bytes with the key alone, and send those bytes.")
        });
    }
}
