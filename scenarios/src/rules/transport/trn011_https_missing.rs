//! TRN011: an address that the platform cannot call safely.

use galleria_marketplace::delivery::Target;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The production address begins with `https://`, has a name rather than an IP number, and no
    /// port of its own.
    ///
    /// # Why it matters
    /// Over plain http everybody on the way reads the buyer's data and the login that the answer
    /// hands over. The newer pages demand HTTPS at a domain name on port 443, and the seller centre
    /// takes verified domains only. V1's own examples begin with http, so for V1 this is shown and
    /// changes nothing.
    ///
    /// # A seller that breaks it
    /// Gives the machine's IP number, the port of its framework, or an address without a certificate.
    ///
    /// # How to fix
    /// Put a gateway with a certificate for the domain in front of the service, on port 443.
    ///
    /// # What a lawful seller may do
    /// Be tested at any address of this machine or of a private network: only addresses that the
    /// platform could call are looked at.
    TRN011 = {
        name: "https-missing",
        force: Must,
        source: "v1 §1, v2 §1",
        needs: "call to the seller",
        lawful: ["private-network", "https"],
        address: Public,
        faults: ["plain-http", "address-without-name", "unusual-port"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let Some(exchange) = play.first_of_run() else {
        return;
    };
    let origin = &exchange.request.origin;
    let Ok(address) = Target::parse(origin) else {
        return;
    };
    let flaws: Vec<&str> = [
        (
            !address.is_https(),
            "it begins with http, so everybody on the way reads along",
        ),
        (address.ip().is_some(), "it has an IP number for a name"),
        (!address.is_usual_port(), "it has a port of its own"),
    ]
    .into_iter()
    .filter_map(|(flawed, what)| flawed.then_some(what))
    .collect();
    look.expect(exchange, flaws.is_empty(), || {
        Fault::at("address")
            .expected("https://, a domain name, the usual port")
            .actual(origin)
            .because(format!("The address is not as the newer pages want it: {}.", flaws.join("; ")))
            .fix("Put a gateway with a certificate for the domain in front of the service, on port 443.")
    });
}
