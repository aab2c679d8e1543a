//! ASY002: the instance of a pending purchase never comes.

use super::seen::{awaited, is_ready, questions};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The instance of a purchase that was answered with 000004, or that a query says is being made, is told by
    /// queryInstance, with 000000, within the time that the run allows (`--ready-within`, 2 minutes).
    ///
    /// # Why it matters
    /// The platform asks over and over. An order whose instance never comes fails and is refunded.
    ///
    /// # A seller that breaks it
    /// Does the work and forgets to write down that it is done; answers newInstance with 000000 and leaves the
    /// state at "creating"; looks for the instance by another id; its worker is not running.
    ///
    /// # How to fix
    /// Answer queryInstance from where the worker writes its result, by the id that newInstance told.
    ///
    /// # What a lawful seller may do
    /// Take its time: the pages give no limit. Where two minutes are too short, allow more with `--ready-within`.
    ASY002 = {
        name: "never-ready",
        force: Must,
        source: "v2 §4.2",
        needs: "purchase whose instance was being made and was asked for",
        lawful: ["done-before-it-is-told", "empty-while-being-made", "made-behind-the-answer"],
        unseen: "the seller never answered 000004: it makes its instances at once",
        api: [V2],
        faults: ["never-ready", "never-told-ready"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for purchase in awaited(play) {
        let Some(last) = questions(play, purchase).last() else {
            continue;
        };
        let ready = questions(play, purchase).any(is_ready);
        if !ready && play.waiting_cut_short {
            look.inconclusive(format!(
                "the run was stopped while the instance of call {} was being made",
                purchase.id
            ));
            continue;
        }
        look.expect(last, ready, || {
            let asked = questions(play, purchase).count();
            Fault::at("body /info")
                .expected("000000 with the instance")
                .actual(last.refusal_code().unwrap_or("no such instance in info"))
                .because(if purchase.is_pending() {
                    format!(
                        "The purchase of call {} was answered with 000004, and after {asked} questions for it its instance was not there.",
                        purchase.id
                    )
                } else {
                    format!(
                        "The purchase of call {} was answered with 000000, but queryInstance says that its instance is being made, and so it does after {asked} more questions.",
                        purchase.id
                    )
                })
                .fix("Answer queryInstance by the id that newInstance told, from where the worker writes its result.")
        });
    }
}
