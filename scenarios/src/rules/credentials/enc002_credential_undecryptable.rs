//! ENC002: a login that does not decrypt.

use galleria_marketplace::transcript::CredentialState;
use galleria_protocol::mistake::Cause;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `userName` and `password` decrypt under the encryption that `encryptType` tells.
    ///
    /// # Why it matters
    /// The buyer sees blank credentials and cannot log in.
    ///
    /// # A seller that breaks it
    /// Uses the key's bytes as the AES key, derives 256 bits with an addition that loses the sign,
    /// uses ECB, forgets the 16 characters in front, or tells another encryptType.
    ///
    /// # How to fix
    /// Derive the key as Java's SHA1PRNG does. The finding names the mistake where one of the known
    /// ones explains the value.
    ///
    /// # What a lawful seller may do
    /// Use either key length, leave encryptType out for AES-256, and draw any 16 ASCII characters.
    ENC002 = {
        name: "credential-undecryptable",
        force: Must,
        source: "v1 §4",
        needs: "answer with an encrypted credential",
        lawful: ["aes128", "encrypt-type-left-out", "vector-of-any-characters"],
        api: [V1],
        family: [Saas],
        faults: [
            "aes128-told-as-aes256",
            "unsigned-derivation",
            "ecb-mode",
            "cfb-mode",
            "ciphertext-in-hex",
            "access-key-as-cipher-key",
            "encrypts-twice",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, _) in play.accepted() {
        for credential in &exchange.reading.credentials {
            match &credential.state {
                CredentialState::InClear => {}
                CredentialState::Encrypted => look.held(),
                CredentialState::Undecryptable { cause, tried } => {
                    let fault = fault(&credential.field, cause.as_deref(), tried.as_deref());
                    look.found(exchange, fault);
                }
            }
        }
    }
}

fn fault(field: &str, cause: Option<&str>, tried: Option<&str>) -> Fault {
    let named = cause.and_then(Cause::find);
    let because = named.map_or_else(
        || {
            format!(
                "The value looks encrypted but does not decrypt, and none of the known mistakes \
                 explains it ({}).",
                tried.unwrap_or("nothing fits")
            )
        },
        |cause| cause.explanation(),
    );
    let fix = named.map_or_else(
        || {
            "Derive the AES key from the access key as Java's SHA1PRNG does, and send 16 \
             characters of IV followed by Base64."
                .to_owned()
        },
        |cause| cause.fix(),
    );
    Fault::at(format!("body {field}"))
        .expected("a value that decrypts under the encryptType told")
        .actual("it does not decrypt")
        .cause(cause)
        .because(because)
        .fix(fix)
}
