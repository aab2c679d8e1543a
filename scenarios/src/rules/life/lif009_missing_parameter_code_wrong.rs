//! LIF009: a missing parameter refused with another code than 000002, or not answered.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;

use super::missing::{self, MISSING_INSTANCE};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call that lacks a mandatory parameter is refused with 000002, and does not make the seller
    /// fail.
    ///
    /// # Why it matters
    /// 000005 sends people to look for a crash, and a crash is retried for hours.
    ///
    /// # A seller that breaks it
    /// Lets the null value travel on until something throws.
    ///
    /// # How to fix
    /// Check the mandatory parameters first and answer 000002 where one is missing.
    ///
    /// # What a lawful seller may do
    /// Answer 000003 where the instance's id is missing: there is no such instance. Word
    /// `resultMsg` as it likes.
    LIF009 = {
        name: "missing-parameter-code-wrong",
        force: Should,
        source: "v1 §6",
        needs: "refused call without a mandatory parameter",
        lawful: ["chinese-message", "missing-instance-unknown"],
        faults: ["missing-parameter-as-internal-error"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in missing::all(play).filter(|pair| !pair.second.is_taken()) {
        let Some(actual) = told(pair.second) else {
            continue;
        };
        let unknown = pair.second.intent.tampering() == Some(MISSING_INSTANCE)
            && actual == code::UNKNOWN_INSTANCE;
        look.expect(
            pair.second,
            actual == code::INVALID_PARAMETER || unknown,
            || {
                Fault::at("body /resultCode")
                .expected(code::INVALID_PARAMETER)
                .actual(actual)
                .because("A mandatory parameter is missing, and the answer says something else.")
                .fix("Check the mandatory parameters first and answer 000002 where one is missing.")
            },
        );
    }
}

/// What the seller said: a code, or that it failed; nothing where that is another rule's business.
fn told(exchange: &Exchange) -> Option<&str> {
    let crashed = exchange
        .response
        .as_ref()
        .filter(|answer| answer.status >= 500);
    match (exchange.refusal_code(), crashed) {
        (Some(refused), _) => Some(refused),
        (None, Some(answer)) => Some(answer.status_line.as_str()),
        (None, None) => (exchange.ended == Ended::Dropped).then_some("no answer"),
    }
}
