//! FLD004: an answer without `resultMsg`.

use super::near::near;
use crate::profile::Row;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every answer that has `resultCode` has `resultMsg` as well.
    ///
    /// # Why it matters
    /// The tables call it optional, but the debug step reports a parse failure where it is missing.
    ///
    /// # A seller that breaks it
    /// Leaves it out on success, or calls it `message`.
    ///
    /// # How to fix
    /// Always send `resultMsg`, for example "success.".
    ///
    /// # What a lawful seller may do
    /// Send any text of up to 255 characters in any language, an empty one or null.
    FLD004 = {
        name: "result-message-missing",
        force: Should,
        source: "v1 §1, v2 §6.2",
        needs: "answer with a resultCode",
        lawful: ["chinese-message", "empty-message", "members-at-full-length", "null-message"],
        faults: ["message-in-place-of-result-msg"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects().filter(|(_, o)| o.contains_key("resultCode")) {
        let row = play.profile.member(&exchange.intent.activity, "resultMsg");
        if !row.is_some_and(Row::is_demanded) {
            continue;
        }
        look.expect(exchange, object.contains_key("resultMsg"), || {
            let fault = Fault::at("body /resultMsg")
                .expected("resultMsg")
                .actual("no such member")
                .because("The debug step reports a parse failure for answers without resultMsg.")
                .fix("Always send resultMsg, for example \"success.\".");
            near(fault, object, object, "resultMsg")
        });
    }
}
