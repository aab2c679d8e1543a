//! KIT020: kit forged call accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A kit call that is signed with another key is not accepted: a stranger's, or in V2 that of
    /// the base interfaces.
    ///
    /// # Why it matters
    /// Whoever knows the address makes accounts, administrators among them.
    ///
    /// # A seller that breaks it
    /// Looks only whether there is a signature, or takes any of its keys for any call.
    ///
    /// # How to fix
    /// Compute the signature with the kit's key, and compare it in full.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is KIT026's business.
    KIT020 = {
        name: "kit-forged-call-accepted",
        force: Must,
        source: "kit §1.1, kit §1.2",
        needs: "kit call signed with another key",
        lawful: ["kit-further-members"],
        faults: ["kit-signature-not-checked", "kit-base-key-taken-too"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-wrong-key", "kit-base-key"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call was accepted that is signed with another key",
        "Compute the signature with the key of the kit and compare it in full before anything else is done.",
    );
}
