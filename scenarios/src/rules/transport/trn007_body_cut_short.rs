//! TRN007: the answer's body ended too early.

use galleria_marketplace::delivery::Ended;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// An answer's body is as long as its head says, and its chunks are whole.
    ///
    /// # Why it matters
    /// A body that is cut short cannot be read, and its signature does not fit.
    ///
    /// # A seller that breaks it
    /// Counts characters where `Content-Length` counts bytes, or dies while it writes.
    ///
    /// # How to fix
    /// Let the framework set `Content-Length` from the bytes that are sent.
    ///
    /// # What a lawful seller may do
    /// Send chunks, or no length at all and close the connection at the end.
    TRN007 = {
        name: "body-cut-short",
        force: Must,
        source: "v1 §1",
        needs: "answer whose head came",
        lawful: ["chunked", "http-1-0"],
        faults: ["upgrade-cut-short", "upgrade-chunk-broken"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.owed().filter(|exchange| exchange.response.is_some()) {
        if exchange.ended == Ended::TimedOut {
            continue;
        }
        look.expect(exchange, exchange.ended != Ended::CutShort, || {
            let got = exchange
                .response
                .as_ref()
                .map_or(0, |answer| answer.body.bytes);
            Fault::at("body")
                .expected("the whole body that the head tells of")
                .actual(format!("the connection ended after {got} bytes of it"))
                .because("The answer ended before it was complete.")
                .fix("Let Content-Length count the bytes that are sent, not characters.")
        });
    }
}
