//! SIG002: Body-Sign under another name.

use galleria_marketplace::transcript::NameOnWire;

use super::seen::present;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The header's name stands on the wire as `Body-Sign`, letter for letter.
    ///
    /// # Why it matters
    /// The platform compares the name with its case, against the custom of HTTP: `Body-sign` is
    /// refused as missing.
    ///
    /// # A seller that breaks it
    /// Writes `Body-sign` or `bodySign`, or has a server, proxy or HTTP/2 hop that lower-cases names.
    ///
    /// # How to fix
    /// Send exactly `Body-Sign` over HTTP/1.1 and look at the raw bytes behind the last proxy.
    ///
    /// # What a lawful seller may do
    /// Send other spellings as well, as long as the right one is among them, and
    /// all other names in any case.
    SIG002 = {
        name: "header-name-misspelt",
        force: Must,
        source: "v1 §3",
        needs: "answer with a Body-Sign",
        lawful: ["both-spellings", "other-names-in-lower-case"],
        api: [V1],
        faults: ["name-in-sentence-case", "names-in-lower-case", "name-without-hyphen"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for present in present(play) {
        let misspelt = match present.name {
            NameOnWire::Exact => None,
            NameOnWire::Misspelt { name } => Some(name),
        };
        look.expect(present.exchange, misspelt.is_none(), || {
            Fault::at("header name")
                .expected("Body-Sign")
                .actual(misspelt.cloned().unwrap_or_default())
                .because("The platform looks for the name Body-Sign letter for letter.")
                .fix("Send the name as Body-Sign, and see that no proxy changes its case.")
        });
    }
}
