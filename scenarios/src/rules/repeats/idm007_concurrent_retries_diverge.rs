//! IDM007: the same order at the same moment makes several instances.

use std::collections::BTreeMap;

use galleria_marketplace::transcript::{Exchange, ExchangeId, Role};

use super::order::{awaited, one_instance, plainly_wrong, purchases};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `newInstance` for one order that comes several times at the same moment, new or delivered
    /// before, gets one instance id, and the order is not refused for good afterwards.
    ///
    /// # Why it matters
    /// A retry overtakes a first call that is still under way, and buyers click twice on the
    /// resource's details. Each call that finds no order makes an account that nobody knows of, is
    /// never released, and is paid for by the seller.
    ///
    /// # A seller that breaks it
    /// Looks the order up, finds nothing, creates the instance and writes the order down: whoever
    /// comes in between finds nothing either. Or keeps orders in a process's own memory, behind a
    /// balancer. Or marks an order as failed because a second call came.
    ///
    /// # How to fix
    /// Let the database decide: a unique index on orderId, `INSERT ... ON CONFLICT DO NOTHING`, and
    /// read back what is there.
    ///
    /// # What a lawful seller may do
    /// Answer 000004 or 000005 to the calls that come while the first is under way: the platform
    /// calls again, and what counts is that the order has one instance then. The order is asked for
    /// until the seller no longer puts it off, for as long as the platform waits with its next
    /// retry. Serve one call behind the other, and turn away (429, 503, a closed connection) calls
    /// that it has no room for.
    IDM007 = {
        name: "concurrent-retries-diverge",
        force: Must,
        source: "v1 §5.1, §6",
        needs: "order that was delivered several times at once, beside one that was repeated on its own",
        lawful: ["one-call-at-a-time", "one-connection-at-a-time", "second-call-put-off"],
        scenes: [NewInstance],
        faults: [
            "concurrent-retries-race",
            "orders-kept-by-connection",
            "order-failed-by-second-call",
            "orders-written-down-last",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let bursts = bursts(play);
    if bursts.is_empty() {
        return;
    }
    if let Some(doubt) = plainly_wrong(play) {
        look.inconclusive(doubt);
        return;
    }
    for calls in bursts.into_values() {
        let ids: Vec<ExchangeId> = calls.iter().map(|call| call.id).collect();
        let before = calls.iter().find_map(|call| match call.intent.role {
            Role::AtOnce { of } => play.exchange(of?),
            _ => None,
        });
        let after = awaited(play, &ids);
        let all: Vec<&Exchange> = before
            .into_iter()
            .chain(calls.iter().copied())
            .chain(after)
            .collect();
        let many = calls.len();
        let diverged = |others| {
            format!(
                "{many} calls for one order at the same moment, and {others} of the answers tell another instance."
            )
        };
        let put_off = "After it came several times at once the order is refused for good.";
        if !one_instance(look, &all, after, diverged, put_off) {
            look.inconclusive("none of the calls at the same moment was answered");
        }
    }
}

/// The calls of each burst, by its step.
fn bursts(play: &Play) -> BTreeMap<u32, Vec<&Exchange>> {
    let mut bursts: BTreeMap<u32, Vec<&Exchange>> = BTreeMap::new();
    for call in purchases(play) {
        if matches!(call.intent.role, Role::AtOnce { .. }) {
            bursts.entry(call.step).or_default().push(call);
        }
    }
    bursts
}
