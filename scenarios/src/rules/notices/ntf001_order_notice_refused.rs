//! NTF001: a notice of an order is refused.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A signed notice of an order (`orderNotify`) is answered with `resultCode` 000000, before anything
    /// else was said of that order.
    ///
    /// # Why it matters
    /// The marketplace repeats the notice for three hours and then gives up: the order stays undelivered
    /// until a person starts the notice again.
    ///
    /// # A seller that breaks it
    /// Does not know the activity, or looks for an instance or an order that only the open API tells of.
    ///
    /// # How to fix
    /// Check the signature as for V2's base interfaces, under the key of generic interfaces; write the
    /// order's id and line down, answer 000000, and ask for the order by the open API.
    ///
    /// # What a lawful seller may do
    /// Ask for the order before it answers, later, or by a job of its own; have notices at the address of
    /// the base interfaces or at one of their own. A signature that is called wrong is AUT001's business.
    NTF001 = {
        name: "order-notice-refused",
        force: Must,
        source: "kit §5.1",
        needs: "notice of an order",
        lawful: ["notice-order-asked-for-later"],
        api: [V2],
        family: [Saas],
        faults: ["notice-not-known", "notice-of-unknown-order-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let first = |exchange: &&Exchange| {
        exchange.intent.is(Activity::OrderNotify)
            && !exchange.intent.test
            && matches!(exchange.intent.role, Role::Call | Role::Control)
    };
    for exchange in play.owed().filter(first) {
        look.must_succeed(exchange, |fault| {
            let fault = fault
                .because("The notice of a new order was refused, so that nobody delivers it.")
                .fix("Check the signature with the key of generic interfaces, remember the order and answer 000000.");
            play.explained(exchange, fault)
        });
    }
}
