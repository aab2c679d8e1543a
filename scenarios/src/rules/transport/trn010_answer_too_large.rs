//! TRN010: an answer beyond all measure.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// An answer's body has at most 1 MiB.
    ///
    /// # Why it matters
    /// The longest lawful answer has a few kilobytes. What is longer comes from an endless loop or a
    /// page that is not the interface, and no client reads it to its end.
    ///
    /// # A seller that breaks it
    /// Writes a stream that never ends, or dumps its data on a query.
    ///
    /// # How to fix
    /// Answer with the members of the interface alone.
    ///
    /// # What a lawful seller may do
    /// Add members of its own, within that measure.
    TRN010 = {
        name: "answer-too-large",
        force: Must,
        source: "v1 §1",
        needs: "answer",
        lawful: ["further-members", "members-at-full-length"],
        faults: ["release-answer-of-2-mib", "release-answer-endless"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, answer) in play.answers() {
        look.expect(exchange, !answer.body.too_large, || {
            Fault::at("body")
                .expected("at most 1 MiB")
                .actual(format!(
                    "more than {} bytes; the rest was not read",
                    answer.body.bytes
                ))
                .because("The answer is larger than any that the interface knows.")
                .fix("Answer with the members of the interface alone.")
        });
    }
}
