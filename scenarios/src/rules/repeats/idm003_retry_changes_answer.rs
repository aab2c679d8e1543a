//! IDM003: the same order gets another address or login.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;
use serde_json::Value;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `newInstance` for an order that was delivered answers the addresses and the login of the
    /// first time.
    ///
    /// # Why it matters
    /// The platform calls again whenever the buyer opens the resource's details. A new password each
    /// time locks out whoever uses the old one.
    ///
    /// # A seller that breaks it
    /// Keeps only a hash of the password and makes a new one in order to have something to answer.
    ///
    /// # How to fix
    /// Keep what was answered, or leave the password out of later answers.
    ///
    /// # What a lawful seller may do
    /// Encrypt the same login with fresh initialisation vectors, put a ticket into an address's
    /// query, and leave members out of later answers.
    IDM003 = {
        name: "retry-changes-answer",
        force: Should,
        source: "v1 §5.1",
        needs: "accepted newInstance that was repeated, with appInfo in both answers",
        lawful: ["password-told-once", "reference", "ticket-in-the-address"],
        api: [V1],
        family: [Saas],
        scenes: [NewInstance],
        faults: ["retry-resets-password"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.repeats(Activity::NewInstance) {
        let same = pair.first.answered_instance() == pair.second.answered_instance();
        if !pair.first.is_accepted() || !pair.second.is_accepted() || !same {
            continue;
        }
        for member in ["frontEndUrl", "adminUrl", "userName", "password"] {
            let values = (told(pair.first, member), told(pair.second, member));
            let (Some(first), Some(second)) = values else {
                continue;
            };
            look.expect(pair.second, first == second, || {
                Fault::at(format!("body /appInfo/{member}"))
                    .expected(format!("what exchange {} answered", pair.first.id))
                    .actual(if member.ends_with("Url") { second } else { "another one" })
                    .because("The same order got other login data than the first time.")
                    .fix("Answer a delivered order with what was answered first, or leave the member out.")
            });
        }
    }
}

/// What an answer tells of a member: an address without its query, or a credential's fingerprint.
fn told<'a>(exchange: &'a Exchange, member: &str) -> Option<&'a str> {
    if member.ends_with("Url") {
        let app = exchange.response.as_ref()?.object()?.get("appInfo")?;
        let url = app
            .get(member)
            .and_then(Value::as_str)
            .filter(|url| !url.is_empty())?;
        return url.split('?').next();
    }
    let field = format!("/appInfo/{member}");
    let mut same = exchange
        .reading
        .credentials
        .iter()
        .filter(|c| c.field == field);
    same.next()?.fingerprint.as_deref()
}
