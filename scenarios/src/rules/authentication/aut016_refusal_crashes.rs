//! AUT016: a forged call that is not answered as the interface answers.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A forged call gets an ordinary answer: status 200 and JSON with a result code.
    ///
    /// # Why it matters
    /// A crash on bad input is a door for whoever wants the seller down, and a status or a page of
    /// its own tells the platform nothing.
    ///
    /// # A seller that breaks it
    /// Answers 401 from its security framework, or 500 because `authToken` is absent.
    ///
    /// # How to fix
    /// Treat a wrong or missing token as a refusal of the interface: 200, 000001, signed.
    ///
    /// # What a lawful seller may do
    /// Choose its message, and refuse before it looks at anything else.
    AUT016 = {
        name: "refusal-crashes",
        force: Should,
        source: "v1 §1, §2",
        needs: "forgery that was not accepted",
        lawful: ["chinese-message", "empty-message", "signature-checked-first"],
        faults: [
            "bad-token-401-page",
            "missing-token-500-page",
            "bad-signature-403-page",
            "missing-timestamp-500-page",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.forgeries() {
        let twin = pair.second;
        if twin.is_accepted() || twin.ended.is_unreachable() || twin.ended == Ended::Interrupted {
            continue;
        }
        match trouble(twin) {
            None => look.held(),
            Some(actual) => look.found(
                twin,
                Fault::at("answer")
                    .expected("status 200 and JSON with resultCode 000001")
                    .actual(actual)
                    .because("The forged call was not answered as the interface answers.")
                    .fix("Answer a wrong or missing token with status 200, resultCode 000001, and Body-Sign."),
            ),
        }
    }
}

fn trouble(exchange: &Exchange) -> Option<String> {
    let Some(answer) = &exchange.response else {
        return Some(
            exchange
                .detail
                .clone()
                .unwrap_or_else(|| "no answer".to_owned()),
        );
    };
    if answer.status != 200 {
        return Some(answer.status_line.clone());
    }
    exchange
        .refusal_code()
        .is_none()
        .then(|| "an answer without a readable resultCode".to_owned())
}
