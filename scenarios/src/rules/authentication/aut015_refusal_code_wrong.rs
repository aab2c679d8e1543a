//! AUT015: a forged call refused with another code than 000001.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A forged call is refused with 000001 (authentication failed).
    ///
    /// # Why it matters
    /// The code tells the platform's staff where to look: any other sends them the wrong way.
    ///
    /// # A seller that breaks it
    /// Answers 000005 from a general error handler, or 000002 because it validates first.
    ///
    /// # How to fix
    /// Check the signature before all else and answer 000001 where it is wrong.
    ///
    /// # What a lawful seller may do
    /// Answer 000002 in V2 where timestamp or nonce are missing or the timestamp is stale, as the
    /// vendor's sample does. Word `resultMsg` as it likes. A refusal that is no readable answer is AUT016's business.
    AUT015 = {
        name: "refusal-code-wrong",
        force: Should,
        source: "v1 §2, v2 §2",
        needs: "refused forgery",
        lawful: ["chinese-message", "message-with-a-number"],
        faults: ["bad-token-as-invalid-parameter", "bad-token-as-internal-error"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.forgeries() {
        let Some(refused) = pair.second.refusal_code() else {
            continue;
        };
        let as_parameter = refused == code::INVALID_PARAMETER && is_about_parameters(pair.second);
        let right = refused == code::AUTHENTICATION_FAILED || as_parameter;
        // A replay is signed rightly: a seller that does not notice it may refuse the repeated order.
        if !right && pair.second.intent.tampering() == Some(REPLAYED) {
            continue;
        }
        look.expect(pair.second, right, || {
            Fault::at("body /resultCode")
                .expected(code::AUTHENTICATION_FAILED)
                .actual(refused)
                .because("The forged call was refused, but with the code of another reason.")
                .fix("Check the signature before all else and answer 000001 where it is wrong.")
        });
    }
}

/// The forgery that is an earlier call, byte for byte.
const REPLAYED: &str = "replayed-call";

/// The forgeries of V2 that the vendor's sample refuses as wrong parameters [v2 §2].
const WRONG_PARAMETERS: [&str; 5] = [
    "missing-nonce",
    "missing-timestamp",
    "stale-timestamp",
    "future-timestamp",
    // Stale as well, where the seller took more than a minute for the first one.
    REPLAYED,
];

fn is_about_parameters(exchange: &Exchange) -> bool {
    let how = exchange.intent.tampering();
    how.is_some_and(|how| WRONG_PARAMETERS.contains(&how))
}
