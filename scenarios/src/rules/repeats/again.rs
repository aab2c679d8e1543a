//! Repeats of a scene that the seller accepted the first time.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule::{Fault, Look, Play};
use crate::rules::kept::KEEP;

/// Looks at every repeat of `activity`: like the first delivery it must be accepted.
pub(super) fn accepted(play: &Play, look: &mut Look, activity: Activity, fix: &str) {
    for pair in play.repeats(activity) {
        if pair.second.is_taken() {
            look.held();
        } else if let Some(actual) = refusal(pair.second) {
            let because = format!(
                "The first delivery (call {}) was accepted; the same order again was not.",
                pair.first.id
            );
            let fault = Fault::at("body /resultCode")
                .expected(code::SUCCESS)
                .actual(actual);
            let fix = if is_gone(pair.second, activity) {
                KEEP
            } else {
                fix
            };
            look.found(pair.second, fault.because(because).fix(fix));
        }
    }
}

/// Whether the seller no longer knows an instance that it was told to freeze.
fn is_gone(exchange: &Exchange, activity: Activity) -> bool {
    let freezes = matches!(
        activity,
        Activity::ExpireInstance | Activity::InstanceStatus
    );
    freezes && exchange.refusal_code() == Some(code::UNKNOWN_INSTANCE)
}

/// How the seller refused: with a code, or with an error of its web server. A refused token is
/// another rule's business, and so is an answer that did not come.
fn refusal(exchange: &Exchange) -> Option<String> {
    match exchange.refusal_code() {
        Some(code::AUTHENTICATION_FAILED) => None,
        Some(refused) => Some(refused.to_owned()),
        None => {
            let answer = exchange.response.as_ref()?;
            (answer.status >= 400).then(|| answer.status_line.clone())
        }
    }
}
