//! KIT022: kit altered call accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A kit call is not accepted whose body was altered after it was signed.
    ///
    /// # Why it matters
    /// A caught call becomes one about another enterprise.
    ///
    /// # A seller that breaks it
    /// Remembers tokens that fitted, or looks only whether there is one.
    ///
    /// # How to fix
    /// Compute the signature over the body that came, every time.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is KIT026's business.
    KIT022 = {
        name: "kit-altered-call-accepted",
        force: Must,
        source: "kit §1.2, kit §1.3",
        needs: "kit call whose body was altered",
        lawful: ["kit-further-members"],
        faults: ["kit-signature-not-checked", "kit-remembers-tokens"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-altered-body"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call was accepted whose body was altered after it was signed",
        "Compute the signature over the body that came, every time.",
    );
}
