//! ENC005: a ciphertext longer than the platform stores.

use super::sealed;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// An encrypted `userName` or `password` has at most 128 characters, its initialisation vector
    /// included.
    ///
    /// # Why it matters
    /// The platform cannot store it (字段长度不合法), and the order fails.
    ///
    /// # A seller that breaks it
    /// Measures the text before it is encrypted: 128 bytes of text become 208 characters.
    ///
    /// # How to fix
    /// Keep logins and passwords within 79 bytes, which become 124 characters.
    ///
    /// # What a lawful seller may do
    /// Use the whole length.
    ENC005 = {
        name: "credential-too-long",
        force: Must,
        source: "v1 §4",
        needs: "answer with an encrypted credential",
        lawful: ["long-password"],
        api: [V1],
        family: [Saas],
        faults: ["password-too-long"],
        check: check,
    }
}

/// The longest ciphertext, with its vector.
const MOST: usize = 128;

fn check(play: &Play, look: &mut Look) {
    for sealed in sealed::all(play) {
        let length = sealed.reading.length;
        look.expect(sealed.exchange, length <= MOST, || {
            Fault::at(format!("body {}", sealed.reading.field))
                .expected(format!("at most {MOST} characters"))
                .actual(format!("{length} characters"))
                .because("The encrypted credential is longer than the platform accepts.")
                .fix("Keep logins and passwords within 79 bytes before they are encrypted.")
        });
    }
}
