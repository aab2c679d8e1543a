//! FLD002: an answer without `resultCode`.

use galleria_marketplace::transcript::{Outcome, Unreadable};

use super::near::near;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every answer's JSON has `resultCode`.
    ///
    /// # Why it matters
    /// Without it the call has failed, whatever else the answer says (解析响应体失败).
    ///
    /// # A seller that breaks it
    /// Uses the names of its own API (`code`, `status`, `success`) or wraps the answer in `data`.
    ///
    /// # How to fix
    /// Put `resultCode` and `resultMsg` at the top of the object.
    ///
    /// # What a lawful seller may do
    /// Have members of its own beside it.
    FLD002 = {
        name: "result-code-missing",
        force: Must,
        source: "v1 §5",
        needs: "answer in JSON",
        lawful: ["further-members", "same-names-in-another-case"],
        faults: ["code-in-place-of-result-code", "unknown-activity-answered-empty", "notice-answered-without-code"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        let missing = Outcome::Unreadable {
            why: Unreadable::CodeMissing,
        };
        let status = exchange.response.as_ref().map_or(0, |answer| answer.status);
        if status != 200 && *exchange.outcome() == missing {
            continue;
        }
        look.expect(exchange, *exchange.outcome() != missing, || {
            let names: Vec<&str> = object.keys().map(String::as_str).collect();
            let fault = Fault::at("body /resultCode")
                .expected("resultCode")
                .actual(format!("members: {}", names.join(", ")))
                .because("The answer does not say whether the call succeeded.")
                .fix("Put resultCode (\"000000\" for success) and resultMsg at the top of the object.");
            near(fault, object, object, "resultCode")
        });
    }
}
