//! ENC001: a login handed over in clear.

use galleria_marketplace::transcript::CredentialState;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `userName` and `password` in `appInfo` are encrypted.
    ///
    /// # Why it matters
    /// The platform decrypts what it gets: the buyer sees blank credentials, and a password went
    /// over the wire and into logs.
    ///
    /// # A seller that breaks it
    /// Sends them as they are, or only Base64-coded.
    ///
    /// # How to fix
    /// Send 16 random characters followed by Base64(AES-CBC(text)) with the key derived by SHA1PRNG.
    ///
    /// # What a lawful seller may do
    /// Leave credentials out, or send null or an empty text.
    ENC001 = {
        name: "credential-in-clear",
        force: Must,
        source: "v1 §4",
        needs: "answer with a credential",
        lawful: ["credentials-empty", "credentials-null", "front-end-url-only"],
        api: [V1],
        family: [Saas],
        faults: ["credentials-in-clear", "credentials-in-base64"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, _) in play.accepted() {
        for credential in &exchange.reading.credentials {
            look.expect(exchange, credential.state != CredentialState::InClear, || {
                Fault::at(format!("body {}", credential.field))
                    .expected("16 random characters and Base64 of AES-CBC blocks")
                    .actual(format!("{} characters that are no ciphertext", credential.length))
                    .because("The credential is not encrypted; its value is not shown here.")
                    .fix("Encrypt it with AES-CBC under the key derived from the access key, and tell encryptType.")
            });
        }
    }
}
