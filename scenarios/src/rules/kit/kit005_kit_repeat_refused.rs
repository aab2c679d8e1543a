//! KIT005: kit repeat refused.

use super::seen::{flag, must_accept, repeats};
use crate::rule;
use crate::rule::{Look, Play};
use galleria_protocol::kit::Flag;

rule! {
    /// # What it checks
    /// What was told is told again, and accepted again.
    ///
    /// # Why it matters
    /// The buyer repeats a call that failed on its way, and gets an error for what is in order.
    ///
    /// # A seller that breaks it
    /// Lets a unique index throw, and answers with the exception.
    ///
    /// # How to fix
    /// Look for the record by its key, and answer 000000 where it is there already.
    ///
    /// # What a lawful seller may do
    /// Store nothing new, or write the same once more.
    KIT005 = {
        name: "kit-repeat-refused",
        force: Must,
        source: "kit §1.4, kit §1.5, kit §1.6",
        needs: "repeated kit call",
        lawful: ["kit-further-members"],
        faults: ["kit-repeat-called-existing"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in repeats(play).filter(|pair| flag(pair.second) != Some(Flag::Delete)) {
        let because = format!(
            "{} was accepted in call {}, and refused when it came again.",
            pair.second.intent.activity, pair.first.id
        );
        must_accept(
            look,
            pair.second,
            because,
            "Answer 000000 where the record is there already.",
        );
    }
}
