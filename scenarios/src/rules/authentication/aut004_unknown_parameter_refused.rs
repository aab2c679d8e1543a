//! AUT004: a further parameter makes the seller refuse.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::{Api, code};

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Fault, Isolation, Look, Play, TELLS_GOODS, noun, place};

rule! {
    /// # What it checks
    /// A purchase with one further, signed parameter is accepted like the same purchase without it.
    /// Where an ordinary call is refused, parts of it are sent until the parameter is found whose
    /// presence makes the seller refuse: an optional one that it does not know is a further one.
    ///
    /// # Why it matters
    /// The list of parameters grew over the years: on the day when it grows again every order fails.
    ///
    /// # A seller that breaks it
    /// Builds the text to sign from the fields of a class, or refuses parameters that it does not
    /// know.
    ///
    /// # How to fix
    /// Sign over every parameter that came but `authToken`, and ignore what you do not know.
    ///
    /// # What a lawful seller may do
    /// Ignore the parameter. Refuse for a reason that is not the call's form. Know products of its
    /// own only: a refusal that hangs on `productId`, `skuCode` or on how the product is billed is
    /// LIF017's business.
    AUT004 = {
        name: "unknown-parameter-refused",
        force: Must,
        source: "v1 §1",
        needs: "purchase with a further parameter beside an accepted one",
        lawful: ["reference", "three-in-stock"],
        scenes: [NewInstance],
        faults: [
            "signs-known-parameters-only",
            "signs-without-amount",
            "sub-user-refused",
            "test-amount-refused",
            "unknown-member-refused",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = match play.profile.api {
        Api::V1 => {
            "Sign over every parameter that came but authToken, and ignore what you do not know."
        }
        Api::V2 => {
            "Sign over the bytes of the body as they came, and ignore members that you do not know."
        }
    };
    accepted(play, look, "unknown-parameter", REFUSALS_AND_FAILURES, fix);
    for exchange in &play.exchanges {
        if let Some(isolation) = play.isolation(exchange) {
            judge(play, look, exchange, &isolation);
        }
    }
}

/// Looks at what came of the search behind a refused call.
fn judge(play: &Play, look: &mut Look, refused: &Exchange, isolation: &Isolation) {
    let Isolation::Stumbles { over, with, .. } = isolation else {
        return;
    };
    let names = place(over);
    if over.iter().any(|name| TELLS_GOODS.contains(&name.as_str())) {
        look.inconclusive(format!(
            "the seller may not know what is sold: it refuses the {names}"
        ));
        return;
    }
    let smallest = play.exchange(*with).unwrap_or(refused);
    let actual = smallest
        .refusal_code()
        .unwrap_or("no answer of the protocol");
    let call = noun(&refused.intent.activity);
    look.found(
        smallest,
        Fault::at(&names)
            .expected(code::SUCCESS)
            .actual(actual)
            .because(isolation.sentence(call))
            .fix(match play.profile.api {
                Api::V1 => format!("Sign over every parameter that came but authToken, and take the {names}, or ignore it."),
                Api::V2 => format!("Sign over the bytes of the body as they came, and take the {names}, or ignore it."),
            }),
    );
}
