//! ENC004: one initialisation vector for two values.

use std::collections::BTreeMap;

use super::sealed::{self, Sealed};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// No two different ciphertexts begin with the same 16 characters.
    ///
    /// # Why it matters
    /// Under one key and one vector equal texts look equal, which is what the vector is there to
    /// prevent.
    ///
    /// # A seller that breaks it
    /// Has the vector as a constant, or draws it once when it starts.
    ///
    /// # How to fix
    /// Draw 16 characters anew for each value with a secure random generator.
    ///
    /// # What a lawful seller may do
    /// Keep the ciphertext and answer the very same value again.
    ENC004 = {
        name: "initialisation-vector-reused",
        force: Should,
        source: "v1 §4",
        needs: "two encrypted credentials",
        lawful: ["vector-kept-with-the-login"],
        api: [V1],
        family: [Saas],
        faults: ["vector-always-the-same"],
        check: check,
    }
}

/// The characters of the vector.
const VECTOR: usize = galleria_protocol::cipher::IV_LEN;

fn check(play: &Play, look: &mut Look) {
    let mut seen: BTreeMap<&str, Sealed<'_>> = BTreeMap::new();
    for sealed in sealed::all(play) {
        let Some(vector) = sealed.wire.get(..VECTOR) else {
            continue;
        };
        let Some(before) = seen.get(vector).copied() else {
            if !seen.is_empty() {
                look.held();
            }
            seen.insert(vector, sealed);
            continue;
        };
        look.expect(sealed.exchange, before.wire == sealed.wire, || {
            let (field, id) = (&before.reading.field, before.exchange.id);
            Fault::at(format!("body {}", sealed.reading.field))
                .expected("16 characters that were never used before")
                .actual(vector)
                .because(format!(
                    "{field} in exchange {id} has the same initialisation vector."
                ))
                .fix("Draw 16 characters anew for each value with a secure random generator.")
        });
    }
}
