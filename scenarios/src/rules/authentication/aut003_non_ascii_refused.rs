//! AUT003: a value beyond ASCII makes the token fail.

use galleria_protocol::code;

use super::stumbled::{REFUSALS, accepted, all_accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A purchase whose customer's name is Chinese is accepted like the same purchase with a plain
    /// name, and the token of one with an emoji is not called wrong.
    ///
    /// # Why it matters
    /// Most customers of the mainland site have Chinese names.
    ///
    /// # A seller that breaks it
    /// Takes the bytes of the text in the machine's own charset, so that every Chinese character
    /// becomes a question mark before the HMAC.
    ///
    /// # How to fix
    /// Decode the query as UTF-8 and take the bytes for the HMAC as UTF-8, explicitly.
    ///
    /// # What a lawful seller may do
    /// Refuse for any reason but the token or the parameters. A seller that fails on any escaped
    /// value is told so by AUT002, and one that fails behind the token by LIF013.
    AUT003 = {
        name: "non-ascii-refused",
        force: Must,
        source: "v1 §1, v2 §2",
        needs: "purchase with Chinese text beside an accepted one",
        lawful: ["emoji-name-called-invalid", "three-in-stock"],
        scenes: [NewInstance],
        faults: ["signs-in-ascii", "body-in-latin-1"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    if !all_accepted(play, "encoded-name") {
        look.inconclusive("the seller refuses escaped characters of any kind");
        return;
    }
    let fix =
        "Read the query as UTF-8 and take the text's bytes for the HMAC as UTF-8, explicitly.";
    accepted(play, look, "chinese-name", REFUSALS, fix);
    // A member that V2 does not have: refused for being there it is AUT004's business.
    if all_accepted(play, "unknown-parameter") {
        accepted(play, look, "chinese-member", REFUSALS, fix);
    }
    accepted(
        play,
        look,
        "emoji-name",
        &[code::AUTHENTICATION_FAILED],
        fix,
    );
}
