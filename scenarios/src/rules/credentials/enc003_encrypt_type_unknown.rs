//! ENC003: an encryption that does not exist.

use serde_json::Value;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `encryptType` in an answer with credentials is "1", "2" or absent.
    ///
    /// # Why it matters
    /// The platform does not know how to decrypt the login, and the buyer cannot log in.
    ///
    /// # A seller that breaks it
    /// Counts 128, 192 and 256 bits, or names the algorithm.
    ///
    /// # How to fix
    /// Send "1" for AES-256 or "2" for AES-128.
    ///
    /// # What a lawful seller may do
    /// Leave it out, or send null or an empty text, which mean AES-256. Say anything where there is
    /// nothing to decrypt. A number is FLD009's business.
    ENC003 = {
        name: "encrypt-type-unknown",
        force: Must,
        source: "v1 §4",
        needs: "answer with a credential",
        lawful: [
            "encrypt-type-empty",
            "encrypt-type-left-out",
            "encrypt-type-null",
            "encrypt-type-without-credentials",
        ],
        api: [V1],
        family: [Saas],
        faults: ["encrypt-type-3"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.accepted() {
        if exchange.reading.credentials.is_empty() {
            continue;
        }
        let told = match object.get("encryptType") {
            None | Some(Value::Null) => "",
            Some(Value::String(told)) => told,
            Some(_) => continue,
        };
        look.expect(exchange, matches!(told, "" | "1" | "2"), || {
            Fault::at("body /encryptType")
                .expected("\"1\" (AES-256) or \"2\" (AES-128)")
                .actual(told)
                .because("There is no such encryption, so the platform cannot decrypt the login.")
                .fix("Send \"1\" for AES-256 or \"2\" for AES-128.")
        });
    }
}
