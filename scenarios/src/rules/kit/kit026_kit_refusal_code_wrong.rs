//! KIT026: kit refusal code wrong.

use super::seen::twins;
use crate::rule;
use crate::rule::Fault;
use crate::rule::{Look, Play};
use galleria_protocol::code;

rule! {
    /// # What it checks
    /// A forged kit call is refused with 000001, or with 000002 where time or nonce are wrong.
    ///
    /// # Why it matters
    /// Another code tells that the body was worked on before the signature was looked at: a
    /// stranger can try secrets at the private key.
    ///
    /// # A seller that breaks it
    /// Decrypts `clientSecret` before it verifies, as the vendor's sample does, and answers 000101.
    ///
    /// # How to fix
    /// Verify first, then decrypt.
    ///
    /// # What a lawful seller may do
    /// Answer 000001 for each of them.
    KIT026 = {
        name: "kit-refusal-code-wrong",
        force: Should,
        source: "kit §1.10",
        needs: "refused forgery of a kit call",
        lawful: ["kit-further-members"],
        faults: ["kit-secret-decrypted-first", "kit-signature-not-checked", "kit-remembers-tokens"],
        check: check,
    }
}

const FORGERIES: &[&str] = &[
    "kit-wrong-key",
    "kit-base-key",
    "kit-missing-signature",
    "kit-altered-body",
    "kit-altered-secret",
    "kit-stale-call",
    "kit-missing-nonce",
    "kit-missing-time",
];

fn check(play: &Play, look: &mut Look) {
    for pair in twins(play, FORGERIES) {
        let Some(code) = pair.second.refusal_code() else {
            continue;
        };
        let right = [code::AUTHENTICATION_FAILED, code::INVALID_PARAMETER].contains(&code);
        look.expect(pair.second, right, || {
            Fault::at("body /resultCode")
                .expected(code::AUTHENTICATION_FAILED)
                .actual(code)
                .because(format!(
                    "A forged kit call was refused for its content ({}): it was worked on before its signature was looked at.",
                    pair.second.intent.activity
                ))
                .fix("Verify the signature first, then decrypt, look up and store.")
        });
    }
}
