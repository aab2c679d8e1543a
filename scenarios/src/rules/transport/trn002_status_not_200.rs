//! TRN002: a status other than 200.

use galleria_protocol::Api;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every answer has HTTP status 200, also one that refuses: what is wrong stands in `resultCode`.
    ///
    /// # Why it matters
    /// Every other status counts as a failed call, whatever the body says; the platform retries and
    /// in the end refunds.
    ///
    /// # A seller that breaks it
    /// Answers 404 for an instance that it does not know, 201 for one that it created, or redirects
    /// to another address.
    ///
    /// # How to fix
    /// Answer every call of the interface with status 200 and say the rest in `resultCode`.
    ///
    /// # What a lawful seller may do
    /// Leave out the reason behind the number, and send interim answers first. Refuse a call whose
    /// token is wrong in any readable way: that is the business of AUT016. Turn away a scene that it need
    /// not have with a status of 4xx or 501; a crash there is one as anywhere.
    TRN002 = {
        name: "status-not-200",
        force: Must,
        source: "v1 §1",
        needs: "answer",
        lawful: ["further-headers", "no-reason-phrase", "early-hints-first"],
        faults: [
            "refusals-with-404",
            "purchase-created-201",
            "redirects-calls",
            "unknown-activity-400-page",
            "unknown-instance-500-page",
            "posts-not-routed",
            "charset-refused",
            "upgrade-crashes",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.owed() {
        let Some(answer) = &exchange.response else {
            continue;
        };
        look.expect(exchange, answer.status == 200, || {
            Fault::at("status")
                .expected("200")
                .actual(&answer.status_line)
                .because(format!(
                    "The answer has status {}, which counts as a failed call whatever its body says.",
                    answer.status
                ))
                .fix(fix(play.profile.api, answer.status))
        });
    }
}

/// What to do about a status, by what usually makes it.
fn fix(api: Api, status: u16) -> &'static str {
    match status {
        301..=303 | 307 | 308 => {
            "Answer at the registered address itself: the platform follows no redirect, whether to a path with a slash at its end or to https."
        }
        404 => {
            "Serve the interface at the address that is registered, and check the one that --url names; an instance or order that is not there is said in resultCode, with status 200."
        }
        405 => method_wanted(api),
        415 => {
            "Take a body of application/json whatever stands behind it in Content-Type, such as a charset."
        }
        502..=504 => {
            "See to the service behind the proxy that answered: it was not reached or took too long."
        }
        500 => {
            "Look into the log for what the handler failed at; catch it, and answer with status 200 and a resultCode."
        }
        _ => "Answer with status 200 and say what is wrong in resultCode.",
    }
}

fn method_wanted(api: Api) -> &'static str {
    match api {
        Api::V1 => {
            "Take GET at the registered address: V1 calls with it. A seller of V2 is checked by a book of V2, such as --profile cn-v2."
        }
        Api::V2 => {
            "Take POST at the registered address: V2 calls with it. A seller of V1 is checked by a book of V1, such as --profile cn-v1."
        }
    }
}
