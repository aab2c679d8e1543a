//! ENC008: a login that the buyer gets as ciphertext.

use galleria_marketplace::transcript::CredentialState;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// In V2 `userName` and `password` in `appInfo` are as the buyer types them, not encrypted as V1 has it.
    ///
    /// # Why it matters
    /// The platform decrypts nothing in V2: the buyer sees the ciphertext, and cannot log in with it.
    ///
    /// # A seller that breaks it
    /// Moved from V1 to V2 and kept the encryption.
    ///
    /// # How to fix
    /// Send both as plain text of at most 128 characters, and leave encryptType out.
    ///
    /// # What a lawful seller may do
    /// Leave credentials out, send null or an empty text, and choose any text: only what decrypts under the access
    /// key is taken for encrypted.
    ENC008 = {
        name: "credential-encrypted",
        force: Must,
        source: "v2 §3",
        needs: "answer with a credential",
        lawful: ["credentials-empty", "credentials-null", "front-end-url-only"],
        api: [V2],
        family: [Saas],
        faults: ["credentials-sealed-for-nobody"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, _) in play.accepted() {
        for credential in &exchange.reading.credentials {
            let plain = credential.state != CredentialState::Encrypted;
            look.expect(exchange, plain, || {
                Fault::at(format!("body {}", credential.field))
                    .expected("plain text")
                    .actual("a text that decrypts under the access key")
                    .because("The credential is encrypted as V1 has it, and in V2 nobody decrypts it: the buyer sees the ciphertext.")
                    .fix("Send user name and password as plain text, and leave encryptType out.")
            });
        }
    }
}
