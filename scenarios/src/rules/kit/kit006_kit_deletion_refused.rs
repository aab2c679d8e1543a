//! KIT006: kit deletion refused.

use super::seen::{first, flag, is_had, must_accept, repeats, twins};
use crate::rule;
use crate::rule::{Look, Play};
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::kit::Flag;

rule! {
    /// # What it checks
    /// Deletions are accepted: the first, a repeated one, one of what was never told, and one whose
    /// instance the seller does not have.
    ///
    /// # Why it matters
    /// An enterprise or an account that cannot be deleted stays for ever, with its rights.
    ///
    /// # A seller that breaks it
    /// Looks up the instance before it deletes, or takes a deletion that finds nothing for an
    /// error.
    ///
    /// # How to fix
    /// Delete what is there, do not check the instance, and answer 000000 in any case.
    ///
    /// # What a lawful seller may do
    /// Keep the record and mark it as deleted.
    KIT006 = {
        name: "kit-deletion-refused",
        force: Must,
        source: "kit §1.4",
        needs: "deletion over the kit, beside an accepted call that told something",
        lawful: ["kit-further-members"],
        faults: ["kit-repeated-deletion-refused", "kit-unknown-deletion-refused", "kit-deletion-needs-instance"],
        check: check,
    }
}

const DELETE: &[Option<Flag>] = &[Some(Flag::Delete)];
const FIX: &str =
    "Delete what is there without a look at the instance, and answer 000000 in any case.";

fn check(play: &Play, look: &mut Look) {
    let told = |exchange: &Exchange| {
        let name = &exchange.intent.activity;
        format!("{name} deletes, and was refused: what is to go stays.")
    };
    for exchange in first(play, DELETE).filter(|exchange| is_had(play, exchange)) {
        must_accept(look, exchange, told(exchange), FIX);
    }
    let again = repeats(play).filter(|pair| flag(pair.second) == Some(Flag::Delete));
    for pair in again.chain(twins(play, &["kit-unknown-instance"])) {
        must_accept(look, pair.second, told(pair.second), FIX);
    }
}
