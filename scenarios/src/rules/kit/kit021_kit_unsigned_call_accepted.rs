//! KIT021: kit unsigned call accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A kit call without `authToken` (V1) or `x-sign` (V2) is not accepted.
    ///
    /// # Why it matters
    /// Whoever knows the address makes accounts, administrators among them.
    ///
    /// # A seller that breaks it
    /// Checks the header where there is one.
    ///
    /// # How to fix
    /// Answer 000001 where the header is absent.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is KIT026's business.
    KIT021 = {
        name: "kit-unsigned-call-accepted",
        force: Must,
        source: "kit §1.2, kit §1.3",
        needs: "kit call without a signature",
        lawful: ["kit-further-members"],
        faults: ["kit-missing-signature-accepted"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-missing-signature"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call without a signature was accepted",
        "Answer 000001 where the signature is absent.",
    );
}
