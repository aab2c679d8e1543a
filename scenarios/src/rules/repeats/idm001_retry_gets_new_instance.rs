//! IDM001: the same order gets another instance.

use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `newInstance` for an order that was delivered answers the instance id of the first time.
    ///
    /// # Why it matters
    /// The platform calls again when an answer was late and whenever the buyer opens the resource's
    /// details. A new id each time means a new account each time, and the buyer loses the old one.
    ///
    /// # A seller that breaks it
    /// Takes the current call's businessId, which differs in every call, as the id; or looks the
    /// order up by businessId.
    ///
    /// # How to fix
    /// Keep the instance by orderId, with a unique index, and answer what is kept.
    ///
    /// # What a lawful seller may do
    /// Encrypt the same login with fresh initialisation vectors.
    IDM001 = {
        name: "retry-gets-new-instance",
        force: Must,
        source: "v1 §5.1, v2 §4.1",
        needs: "accepted newInstance that was repeated",
        lawful: ["reference"],
        scenes: [NewInstance],
        faults: ["licence-order-by-business-id", "new-id-each-call", "forgets-when-restarted", "writes-down-behind-the-answer"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.repeats(Activity::NewInstance) {
        let ids = (
            pair.first.answered_instance(),
            pair.second.answered_instance(),
        );
        let (Some(first), Some(second)) = ids else {
            continue;
        };
        // What is still being made is ASY004's business.
        if !pair.first.is_accepted() || !pair.second.is_accepted() {
            continue;
        }
        look.expect(pair.second, first == second, || {
            Fault::at("body /instanceId")
                .expected(first)
                .actual(second)
                .because(format!(
                    "The same order got another instance than in call {}.",
                    pair.first.id
                ))
                .fix("Look the order up by orderId (not businessId) and answer the instance that it has.")
        });
    }
}
