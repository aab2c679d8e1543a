//! AUT018: an answer that tells how calls are signed.

use galleria_marketplace::transcript::{Exchange, Told};
use galleria_protocol::Api;

use crate::rule;
use crate::rule::{Fault, Look, Play, whole};

rule! {
    /// # What it checks
    /// No answer holds the access key, in whatever form, and no refusal holds the token or the
    /// signature that a forged call ought to have had.
    ///
    /// # Why it matters
    /// Whoever knows the key is the marketplace. And to whom the right token is told, the key is no
    /// hindrance: a stranger sends a call with any token, reads the right one in the refusal, and
    /// sends the call again.
    ///
    /// # A seller that breaks it
    /// Says "expected ..., got ..." where a token differs, prints the text that was signed with the key
    /// in it, or passes the text of an exception on to the caller.
    ///
    /// # How to fix
    /// Write to the log what was computed, and answer that the check failed and nothing more.
    ///
    /// # What a lawful seller may do
    /// Send back the token that came, tell which parameters it read, and quote a token of its own that
    /// is not the right one: that is how AUT001 names its mistake.
    AUT018 = {
        name: "secret-told",
        force: Should,
        source: "v1 §2, v2 §2",
        needs: "answer",
        lawful: ["quotes-what-came"],
        faults: [
            "tells-expected-signature",
            "tells-expected-token",
            "tells-its-key",
            "quotes-what-it-signed",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let answered = |exchange: &&Exchange| whole(exchange).is_some();
    for exchange in play.exchanges.iter().filter(answered) {
        let told = exchange.reading.told;
        look.expect(exchange, told.is_none(), || {
            fault(told.unwrap_or(Told::Key), play.profile.api)
        });
    }
}

fn fault(told: Told, api: Api) -> Fault {
    let fault = Fault::at("answer");
    match (told, api) {
        (Told::Key, _) => fault
            .expected("no access key")
            .actual("the access key, which reports do not show")
            .because("The answer tells the access key.")
            .fix("Keep the key out of answers; have it replaced in the seller centre if the address could be reached from outside."),
        (Told::RightToken, Api::V1) => fault
            .expected("a refusal that does not say which token is right")
            .actual("the right authToken of the refused call")
            .because("The refusal tells a stranger which authToken it would have taken.")
            .fix("Write the token that was computed to the log instead of into resultMsg."),
        (Told::RightToken, Api::V2) => fault
            .expected("a refusal that does not say which signature is right")
            .actual("the right signature of the refused call")
            .because("The refusal tells a stranger which signature it would have taken.")
            .fix("Write the signature that was computed to the log instead of into resultMsg."),
    }
}
