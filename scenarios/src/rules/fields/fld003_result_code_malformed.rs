//! FLD003: a `resultCode` that is not a text of six digits.

use galleria_marketplace::transcript::{Outcome, Unreadable};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `resultCode` is a JSON string of six digits.
    ///
    /// # Why it matters
    /// The platform compares it with "000000" as text: `0`, `"0"` and `"success"` are failures.
    ///
    /// # A seller that breaks it
    /// Sends the code of its own API, or a number, which loses its zeros.
    ///
    /// # How to fix
    /// Send `"resultCode": "000000"`, a string, for success.
    ///
    /// # What a lawful seller may do
    /// Use any six digits: whether the code is one that the pages know is another rule's business.
    FLD003 = {
        name: "result-code-malformed",
        force: Must,
        source: "v1 §6",
        needs: "answer with a resultCode",
        lawful: ["unknown-activity-as-internal-error"],
        faults: [
            "online-code-misprinted",
            "result-code-zero",
            "result-code-word",
            "result-code-number",
            "pending-code-of-seven-digits",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        let Some(code) = object.get("resultCode").filter(|code| !code.is_null()) else {
            continue;
        };
        let malformed = Outcome::Unreadable {
            why: Unreadable::CodeMalformed,
        };
        look.expect(exchange, *exchange.outcome() != malformed, || {
            Fault::at("body /resultCode")
                .expected("a string of six digits, \"000000\" for success")
                .actual(code.to_string())
                .because("The platform compares the code as text of six digits.")
                .fix("Send the code as a JSON string with its zeros: \"000000\".")
        });
    }
}
