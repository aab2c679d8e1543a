//! KIT025: kit caught call accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The very call is not accepted a second time under the same nonce.
    ///
    /// # Why it matters
    /// Within its minute a caught call can be sent again; what it does has been done already.
    ///
    /// # A seller that breaks it
    /// Keeps no nonces, as the vendor's sample does not.
    ///
    /// # How to fix
    /// Keep each nonce for as long as its timestamp is taken for fresh.
    ///
    /// # What a lawful seller may do
    /// Take it: the pages only advise to keep nonces, and the rule only informs.
    KIT025 = {
        name: "kit-caught-call-accepted",
        force: Observed,
        source: "kit §1.2",
        needs: "V2 kit call that comes again byte for byte",
        lawful: ["kit-further-members"],
        api: [V2],
        faults: ["kit-nonce-forgotten"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-caught-call"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call was accepted again under the nonce that it had before",
        "Keep each nonce for as long as its timestamp is taken for fresh, and refuse one that comes again.",
    );
}
