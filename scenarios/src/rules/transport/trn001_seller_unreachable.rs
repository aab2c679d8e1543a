//! TRN001: no connection to the seller.

use galleria_marketplace::delivery::Ended;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every call finds a seller that accepts the connection.
    ///
    /// # Why it matters
    /// The platform retries for hours, then refunds the order; the debug step says 生产地址不可达.
    ///
    /// # A seller that breaks it
    /// A process that died, a port that is not open, a name without an address, a gateway that
    /// refuses the platform, a TLS handshake that fails.
    ///
    /// # How to fix
    /// Start the service, open the port to the public internet, and restart it when it dies.
    ///
    /// # What a lawful seller may do
    /// Close connections between calls: each call may open a new one.
    TRN001 = {
        name: "seller-unreachable",
        force: Must,
        source: "v1 §8",
        needs: "call to the seller",
        faults: ["stops-listening"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.owed() {
        let what = match exchange.ended {
            Ended::Unresolved => "the host's name has no address",
            Ended::TlsFailed => "the TLS handshake failed",
            _ => "no connection came about",
        };
        look.expect(exchange, !exchange.ended.is_unreachable(), || {
            Fault::at("connection")
                .expected("a connection")
                .actual(exchange.detail.clone().unwrap_or_default())
                .because(format!("The seller could not be reached: {what}."))
                .fix("Start the service and open its address to the platform.")
        });
    }
}
