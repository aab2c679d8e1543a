//! TRN001: no connection to the seller.

use galleria_marketplace::delivery::{Ended, TlsTrouble};

use crate::rule;
use crate::rule::{Fault, Look, Play, is_forged};

rule! {
    /// # What it checks
    /// Every call finds a seller that accepts the connection.
    ///
    /// # Why it matters
    /// The platform retries for hours, then refunds the order; the debug step says 生产地址不可达.
    ///
    /// # A seller that breaks it
    /// A process that died, a port that is not open, a name without an address, a gateway that
    /// refuses the platform, plain HTTP or HTTP/2 alone where the address says https.
    ///
    /// # How to fix
    /// Start the service, open the port to the public internet, and restart it when it dies.
    ///
    /// # What a lawful seller may do
    /// Close connections between calls: each call may open a new one. TLS that is too old is TRN012's
    /// business, and a certificate that is not trusted TRN013's.
    TRN001 = {
        name: "seller-unreachable",
        force: Must,
        source: "v1 §8",
        needs: "call to the seller",
        lawful: ["connection-close", "closes-without-saying"],
        faults: ["stops-listening", "plain-http-at-https-port", "http-2-only"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    // A call that nobody received cannot have been refused for being forged.
    let forged = play.exchanges.iter().filter(|exchange| is_forged(exchange));
    let unreached = forged.filter(|exchange| exchange.ended.is_unreachable());
    for exchange in play.owed().chain(unreached) {
        let (what, fix) = match (exchange.ended, &exchange.tls_trouble) {
            (_, Some(TlsTrouble::Certificate(_) | TlsTrouble::TooOld)) => continue,
            (_, Some(trouble)) => in_words(trouble),
            (Ended::Unresolved, _) => ("the host's name has no address", START),
            _ => ("no connection came about", START),
        };
        look.expect(exchange, !exchange.ended.is_unreachable(), || {
            Fault::at("connection")
                .expected("a connection")
                .actual(exchange.detail.clone().unwrap_or_default())
                .because(format!("The seller could not be reached: {what}."))
                .fix(fix)
        });
    }
}

const START: &str = "Start the service and open its address to the platform.";

/// Why a TLS handshake failed, and what to do about it.
fn in_words(trouble: &TlsTrouble) -> (&'static str, &'static str) {
    match trouble {
        TlsTrouble::NotTls => (
            "the address says https, and what answers there is not TLS",
            "Switch TLS on at this port, or call the address with http:// where it is a test one.",
        ),
        TlsTrouble::Http2Only => (
            "the server agrees to HTTP/2 alone, and the platform speaks HTTP/1.1",
            "Switch HTTP/1.1 on at the server that ends the TLS.",
        ),
        TlsTrouble::NoCommonSuite => (
            "the server wants none of the cipher suites that clients of today offer",
            "Switch on the suites with forward secrecy (ECDHE with AES-GCM or ChaCha20) at the server that ends the TLS.",
        ),
        _ => (
            "the TLS handshake failed",
            "Try the address with another client, such as openssl s_client, and look in the gateway's log.",
        ),
    }
}
