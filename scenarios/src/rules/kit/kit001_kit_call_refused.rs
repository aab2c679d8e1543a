//! KIT001: kit call refused.

use super::seen::{first, must_accept};
use crate::rule;
use crate::rule::{Look, Play};
use galleria_protocol::kit::{Call, Flag};
use galleria_protocol::{Api, code};

rule! {
    /// # What it checks
    /// An enterprise, an application, accounts and departments that are told for the first time are
    /// accepted, before there is an order as well as bound to an instance.
    ///
    /// # Why it matters
    /// The buyer sees that the binding failed, and no account can log in.
    ///
    /// # A seller that breaks it
    /// Checks V2's kit calls with the key or the text of the base interfaces, reads `flag` as a
    /// text, the time as 14 digits, or asks for the instance that a credential does not have.
    ///
    /// # How to fix
    /// Verify with the kit's own key over accessKey, nonce, timestamp and the body itself; take
    /// numbers as numbers, 17 digits of time, and an empty `instanceId`.
    ///
    /// # What a lawful seller may do
    /// Verify over the bytes or over the body with its members sorted at the top. Which time V1's
    /// authSync is signed with no page says, so a token that is called wrong there proves nothing.
    KIT001 = {
        name: "kit-call-refused",
        force: Must,
        source: "kit §1.4, kit §1.5, kit §1.6, kit §1.7, kit §1.8, kit §1.9",
        needs: "kit call that tells something new",
        lawful: ["kit-window-of-seventy-seconds", "kit-future-taken"],
        faults: ["kit-flag-as-text-expected", "kit-long-time-misread", "kit-credential-refused", "kit-base-key-used", "kit-body-hashed", "kit-nested-members-sorted", "kit-oaep-under-sha-1"],
        check: check,
    }
}

const NEW: &[Option<Flag>] = &[Some(Flag::Add), None];

fn check(play: &Play, look: &mut Look) {
    for exchange in first(play, NEW) {
        let name = &exchange.intent.activity;
        let unsure = play.profile.api == Api::V1 && name == Call::Auth.name();
        if unsure && exchange.refusal_code() == Some(code::AUTHENTICATION_FAILED) {
            look.inconclusive("no page says which time the token of V1's authSync is made with");
            continue;
        }
        must_accept(
            look,
            exchange,
            format!("{name} tells something new, and was refused."),
            "Verify with the key of the kit, read every member as the tables have it, and store what is told.",
        );
    }
}
