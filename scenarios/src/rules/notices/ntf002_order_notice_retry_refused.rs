//! NTF002: a notice of an order is refused when it comes again.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A notice of an order that was accepted is accepted when it comes again.
    ///
    /// # Why it matters
    /// Where the answer to a notice is lost, the marketplace repeats it for three hours: a seller that
    /// refuses what it has already done leaves the order as failed.
    ///
    /// # A seller that breaks it
    /// Lets the unique index on the order throw, and answers with the exception.
    ///
    /// # How to fix
    /// Look for order and line first; where they are there already, answer 000000 and do nothing.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    NTF002 = {
        name: "order-notice-retry-refused",
        force: Must,
        source: "kit §5.1",
        needs: "accepted notice of an order that was repeated",
        lawful: ["notice-retry-told-as-known"],
        api: [V2],
        family: [Saas],
        faults: ["notice-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let accepted = |of| {
        play.exchange(of)
            .filter(|first: &&Exchange| first.is_taken())
    };
    for second in &play.exchanges {
        let Role::Repeat { of } = second.intent.role else {
            continue;
        };
        let notice = second.intent.is(Activity::OrderNotify) && !second.intent.test;
        let Some(first) = accepted(of).filter(|_| notice) else {
            continue;
        };
        look.must_succeed(second, |fault: Fault| {
            fault
                .expected(code::SUCCESS)
                .because(format!(
                    "The notice of this order was accepted in call {}, and refused when it came again.",
                    first.id
                ))
                .fix("Answer 000000 where order and line are known already.")
        });
    }
}
