//! TRN013: a certificate that nobody has a reason to trust.

use galleria_marketplace::delivery::{CertificateFlaw, TlsTrouble};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The certificate behind an https address is valid today, for this host, and signed by a public
    /// authority or one that was given with `--cacert`, through a chain that the server sends whole.
    ///
    /// # Why it matters
    /// No client that checks certificates calls such an address; the pages demand a certificate of a
    /// trusted authority.
    ///
    /// # A seller that breaks it
    /// Signed it itself, forgot to renew it, forgot the domain, or installed the first of the
    /// authority's files only: browsers fetch the others, clients of an interface do not.
    ///
    /// # How to fix
    /// The finding names which of these it is, and says what to do. A test address may show any
    /// certificate: give its authority with `--cacert FILE`, or `--insecure`.
    ///
    /// # What a lawful seller may do
    /// Use a wildcard certificate, one for several names, or one through any number of further
    /// authorities. With `--insecure` what is wrong is told and not held against it.
    TRN013 = {
        name: "certificate-untrusted",
        force: Must,
        source: "v2 §1",
        needs: "TLS handshake with the seller",
        lawful: ["https-with-wildcard", "https-through-intermediate"],
        address: Https,
        faults: [
            "certificate-self-signed",
            "certificate-expired",
            "certificate-not-yet-valid",
            "certificate-of-another-host",
            "certificate-of-unknown-authority",
            "certificate-without-intermediate",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.tls_handshakes() {
        if let Some(TlsTrouble::Certificate(flaw)) = &exchange.tls_trouble {
            look.found(exchange, fault(flaw));
            continue;
        }
        match exchange.tls.as_ref().map(|facts| &facts.certificate) {
            Some(None) => look.held(),
            Some(Some(flaw)) => look.inconclusive(format!(
                "the certificate would not be trusted ({flaw}), which --insecure lets pass"
            )),
            None => {}
        }
    }
}

fn fault(flaw: &CertificateFlaw) -> Fault {
    Fault::at("TLS certificate")
        .expected("a certificate for this host, valid today, of a trusted authority")
        .actual(&flaw.told)
        .cause(Some(flaw.fault.slug()))
        .because(flaw.fault.explanation())
        .fix(flaw.fault.fix())
}
