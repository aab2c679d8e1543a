//! KIT027: kit undecryptable secret accepted.

use super::seen::twins;
use crate::rule;
use crate::rule::{Fault, Pair};
use crate::rule::{Look, Play};
use galleria_marketplace::transcript::Outcome;
use galleria_protocol::code;

rule! {
    /// # What it checks
    /// A `clientSecret` that does not decrypt is refused.
    ///
    /// # Why it matters
    /// The application is bound, and nobody can log in; why, only the login tells.
    ///
    /// # A seller that breaks it
    /// Stores the cipher as it came and decrypts it at the first login.
    ///
    /// # How to fix
    /// Decrypt it when it comes, and refuse what does not decrypt.
    ///
    /// # What a lawful seller may do
    /// Accept it, or refuse it with any code: no page says which, and the rule only informs.
    KIT027 = {
        name: "kit-undecryptable-secret-accepted",
        force: Observed,
        source: "kit §1.5",
        needs: "secret that does not decrypt",
        lawful: ["kit-further-members"],
        faults: ["kit-undecryptable-secret-accepted"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let answered = |pair: &Pair<'_>| {
        matches!(
            pair.second.outcome(),
            Outcome::Accepted | Outcome::Refused { .. }
        )
    };
    for pair in twins(play, &["kit-undecryptable-secret"]).filter(answered) {
        look.expect(pair.second, !pair.second.is_accepted(), || {
            Fault::at("body /resultCode")
                .expected("a refusal")
                .actual(code::SUCCESS)
                .because("A clientSecret was accepted that no key decrypts.")
                .fix("Decrypt the secret when it comes, behind the signature, and refuse what does not decrypt.")
        });
    }
}
