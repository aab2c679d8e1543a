//! TRN006: the connection ended without an answer.

use galleria_marketplace::delivery::Ended;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call that reached the seller gets an answer in HTTP.
    ///
    /// # Why it matters
    /// The platform sees a failed call and retries; whether the seller did its work, nobody knows.
    ///
    /// # A seller that breaks it
    /// A worker that crashes on the call, a gateway that resets it, a server that writes something
    /// that is not HTTP.
    ///
    /// # How to fix
    /// Look in the seller's log for a crash at this call; answer refusals in place of failing.
    ///
    /// # What a lawful seller may do
    /// Close the connection after an answer, and close connections that are idle: a call over a
    /// connection that had been closed meanwhile is made again on a new one before it counts.
    TRN006 = {
        name: "connection-dropped",
        force: Must,
        source: "v1 §1",
        needs: "call that reached the seller",
        lawful: ["connection-close", "closes-without-saying"],
        faults: ["hangs-up-on-renewals"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play
        .owed()
        .filter(|exchange| !exchange.ended.is_unreachable())
    {
        let dropped = matches!(exchange.ended, Ended::Dropped | Ended::NotHttp);
        look.expect(exchange, !dropped, || {
            let because = match exchange.ended {
                Ended::NotHttp => "What came back is not HTTP.",
                _ => "The seller closed the connection without an answer.",
            };
            Fault::at("connection")
                .expected("an HTTP answer")
                .actual(exchange.detail.clone().unwrap_or_default())
                .because(because)
                .fix("Look in the seller's log for a crash at this call.")
        });
    }
}
