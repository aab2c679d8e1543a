//! TRN014: the server prefers a protocol in which `Body-Sign` cannot be written.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Offered HTTP/2 and HTTP/1.1, the server behind an https address takes HTTP/1.1.
    ///
    /// # Why it matters
    /// In HTTP/2 all names are lower-case, and the platform compares `Body-Sign` with its case. The
    /// platform calls over HTTP/1.1, so this hurts only on the day it no longer does, or where
    /// a gateway speaks HTTP/2 to the service behind it and hands its lower-case names on.
    ///
    /// # A seller that breaks it
    /// Has a gateway or content delivery network with HTTP/2 switched on, as it is by default.
    ///
    /// # How to fix
    /// Switch HTTP/2 off for the production address, and between the gateway and the service.
    ///
    /// # What a lawful seller may do
    /// Speak HTTP/2 to those who offer it: this rule only observes. Calls are made over HTTP/1.1, and
    /// the name on that wire is SIG002's business.
    TRN014 = {
        name: "header-case-at-risk",
        force: Observed,
        source: "v1 §3",
        needs: "TLS handshake in which the server chose a version of HTTP",
        lawful: ["https", "https-with-tls-1-2"],
        api: [V1],
        address: Https,
        faults: ["prefers-http-2"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in &play.exchanges {
        let Some(prefers) = exchange
            .tls
            .as_ref()
            .and_then(|facts| facts.prefers.as_ref())
        else {
            continue;
        };
        look.expect(exchange, prefers != "h2", || {
            Fault::at("TLS handshake")
                .expected("http/1.1")
                .actual(prefers)
                .because("The server prefers HTTP/2, in which every header name is lower-case.")
                .fix("Switch HTTP/2 off for the production address: the platform wants Body-Sign letter for letter.")
        });
    }
}
