//! KIT007: kit modification refused.

use super::seen::{first, flag, is_had, must_accept};
use crate::rule;
use crate::rule::{Look, Play};
use galleria_protocol::kit::Flag;

rule! {
    /// # What it checks
    /// `flag` 2 (what was told changes) and, in V2, 3 (accounts lose their right) are accepted
    /// where the tables have them.
    ///
    /// # Why it matters
    /// A renamed enterprise keeps its old name, and an account that lost its right keeps it.
    ///
    /// # A seller that breaks it
    /// Knows the flags 0 and 1 alone, which every table has.
    ///
    /// # How to fix
    /// Read the flags of each call's table.
    ///
    /// # What a lawful seller may do
    /// Treat the end of an authorisation as a deletion of the account.
    KIT007 = {
        name: "kit-modification-refused",
        force: Must,
        source: "kit §1.4, kit §1.6",
        needs: "kit call with flag 2 or 3, beside an accepted call that told something",
        lawful: ["kit-further-members"],
        faults: ["kit-modification-refused", "kit-cancellation-refused"],
        check: check,
    }
}

const CHANGES: &[Option<Flag>] = &[Some(Flag::Modify), Some(Flag::Cancel)];

fn check(play: &Play, look: &mut Look) {
    for exchange in first(play, CHANGES).filter(|exchange| is_had(play, exchange)) {
        let number = flag(exchange).map_or(0, Flag::number);
        let because = format!(
            "{} with flag {number} was refused.",
            exchange.intent.activity
        );
        must_accept(
            look,
            exchange,
            because,
            "Know every flag that the table of the call has.",
        );
    }
}
