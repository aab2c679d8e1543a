//! ASY003: a question before the instance is ready fails.

use super::seen::{is_ready, pending, questions};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Until the instance is ready, queryInstance answers 000004, or 000000 without it; not another code.
    ///
    /// # Why it matters
    /// The platform polls until it is told the instance. An error in between is a failed call that the seller is
    /// written to about.
    ///
    /// # A seller that breaks it
    /// Looks the id up among the finished instances and answers 000003, or fails on what is half made.
    ///
    /// # How to fix
    /// Write the instance down when the order comes, with a state, and answer 000004 while it is being made.
    ///
    /// # What a lawful seller may do
    /// Answer 000000 with an empty `info`, or with the instance and without its appInfo: the pages do not say which
    /// code it is.
    ASY003 = {
        name: "pending-query-fails",
        force: Should,
        source: "v2 §4.2",
        needs: "question for an instance that was not ready",
        lawful: ["empty-while-being-made", "listed-while-being-made", "made-behind-the-answer"],
        unseen: "the seller never answered 000004: it makes its instances at once",
        api: [V2],
        faults: ["pending-query-fails"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for purchase in pending(play) {
        let asked = questions(play, purchase);
        let before: Vec<_> = asked.take_while(|question| !is_ready(question)).collect();
        // An instance that never comes is told by ASY002.
        if before.len() == questions(play, purchase).count() {
            continue;
        }
        for question in before {
            look.expect(question, question.refusal_code().is_none(), || {
                Fault::at("body /resultCode")
                    .expected("000004 while the instance is being made")
                    .actual(question.refusal_code().unwrap_or_default())
                    .because(format!(
                        "The instance of call {} was still being made, and the question for it was refused.",
                        purchase.id
                    ))
                    .fix("Write the instance down when the order comes, and answer 000004 until it is ready.")
            });
        }
    }
}
