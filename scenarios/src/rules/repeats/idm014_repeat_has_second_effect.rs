//! IDM014: the answers are right, and yet an order has made several instances.

use std::collections::BTreeSet;

use galleria_marketplace::transcript::Exchange;

use super::order::{plainly_wrong, purchases, told};
use crate::effect::Probed;
use crate::rule;
use crate::rule::{Fault, Look, Play, sent};

rule! {
    /// # What it checks
    /// An order that came more than once (after an answer, after a lost one, several times at once)
    /// has made no more instances than the answers tell, as the effect probe counts them.
    ///
    /// # Why it matters
    /// Answers can be right while something else is not: each repeat makes another tenant, account
    /// or machine that nobody is told of, that no release ever ends, and that the seller pays for.
    ///
    /// # A seller that breaks it
    /// Looks the order up for the answer and creates before it has looked; or creates, loses the
    /// client, and does not remember.
    ///
    /// # How to fix
    /// Look first and create only for an order that is not there, in the transaction that writes
    /// the order down.
    ///
    /// # What a lawful seller may do
    /// Make an instance for each product of a pay-per-use order. Keep records of any other kind for
    /// each call. Where different instance ids are told, IDM001, IDM007 and IDM008 tell it and this
    /// rule counts up to the ids that were told.
    IDM014 = {
        name: "repeat-has-second-effect",
        force: Must,
        source: "v1 §5.1",
        needs: "order that came more than once and that the effect probe counts instances for",
        lawful: ["work-dropped-with-the-client", "second-call-put-off"],
        scenes: [NewInstance],
        probed: true,
        faults: ["retry-provisions-again", "orders-kept-by-connection", "orders-written-down-last"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    if let Some(reason) = &play.unprobed {
        look.inconclusive(reason);
    }
    for probed in &play.probed {
        let order = &probed.question.order_id;
        let calls: Vec<&Exchange> = purchases(play)
            .filter(|call| call.intent.order_id.as_ref() == Some(order))
            .collect();
        let Some(last) = calls.iter().find(|call| call.id == probed.exchange) else {
            continue;
        };
        let allowed = allowed(&calls);
        if probed.count == 0 {
            if calls.iter().any(|call| call.is_taken()) {
                look.inconclusive(
                    "the effect probe counts no instance for an order that was delivered",
                );
            }
            continue;
        }
        if let Some(doubt) = plainly_wrong(play).filter(|_| probed.count > allowed) {
            look.inconclusive(doubt);
            continue;
        }
        look.expect(last, probed.count <= allowed, || {
            fault(probed, allowed, calls.len())
        });
    }
}

fn fault(probed: &Probed, allowed: u64, calls: usize) -> Fault {
    let (order, count) = (&probed.question.order_id, probed.count);
    Fault::at("effect probe")
        .expected(format!("{allowed}"))
        .actual(format!("{count}"))
        .because(format!(
            "The seller has {count} instances for order {order}, which came {calls} times."
        ))
        .fix("Create only for an order that is not there, in the transaction that writes it down.")
}

/// How many instances an order may have: one for each id that was told, and for each product or line.
fn allowed(calls: &[&Exchange]) -> u64 {
    let ids: BTreeSet<&str> = calls.iter().filter_map(|call| told(call)).collect();
    let item = |call: &&Exchange| (call.intent.product_id.clone(), sent(call, "orderLineId"));
    let items: BTreeSet<_> = calls.iter().map(item).collect();
    ids.len().max(items.len()).max(1) as u64
}
