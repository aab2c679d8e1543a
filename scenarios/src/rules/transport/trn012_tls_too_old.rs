//! TRN012: TLS that nobody speaks any more.

use galleria_marketplace::delivery::TlsTrouble;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Behind an https address there is TLS 1.2 or later.
    ///
    /// # Why it matters
    /// Clients of today refuse older versions, and the pages demand 1.2: no call comes through.
    ///
    /// # A seller that breaks it
    /// An old gateway, or one whose list of versions was edited with the wrong line left over.
    ///
    /// # How to fix
    /// Switch TLS 1.2 and 1.3 on and everything older off, for example
    /// `ssl_protocols TLSv1.2 TLSv1.3` in nginx.
    ///
    /// # What a lawful seller may do
    /// Speak TLS 1.2 and not 1.3, or older versions beside it: the best common one is taken.
    TRN012 = {
        name: "tls-too-old",
        force: Must,
        source: "v2 §1",
        needs: "TLS handshake with the seller",
        lawful: ["https", "https-with-tls-1-2"],
        address: Https,
        faults: ["tls-1-0", "tls-version-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.tls_handshakes() {
        match &exchange.tls_trouble {
            None | Some(TlsTrouble::Certificate(_)) => look.held(),
            Some(TlsTrouble::TooOld) => look.found(
                exchange,
                Fault::at("TLS handshake")
                    .expected("TLS 1.2 or 1.3")
                    .actual(exchange.detail.clone().unwrap_or_default())
                    .because("The server has no version of TLS that clients of today speak.")
                    .fix("Switch TLS 1.2 and 1.3 on at the server that ends the TLS."),
            ),
            Some(_) => {}
        }
    }
}
