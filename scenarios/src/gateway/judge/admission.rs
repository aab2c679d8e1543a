//! Calls that nobody ought to serve.

use super::{Called, Look, NO_CONTROL, Told};
use crate::gateway::case::Case;
use crate::gateway::work::was_done;

const UNTOLD: &str = "it cannot be told whether the work was done: see --billing";
const VERIFY: &str = "Read the AK out of the token, look up its SK, and check the signature with that by HMAC256 before \
                      anything else is believed.";

/// Looks whether the work was done for wrong calls.
fn refused(called: &Called, look: &mut Look, cases: &[Case], told: Told) {
    let Some(control) = called.control() else {
        look.reason = Some(NO_CONTROL);
        return;
    };
    look.reason = Some(UNTOLD);
    for (step, call) in called.of(|case| cases.contains(&case)) {
        let Some(done) = was_done(&call.answer, control, called.metered) else {
            continue;
        };
        look.at();
        if done {
            look.find_in(step, call.case.about(), told);
        }
    }
}

pub(in crate::gateway) fn stranger_served(called: &Called, look: &mut Look) {
    let told = (
        "Whoever knows the address is served, and nobody pays for it.",
        "Refuse a call without the token or the headers of the gateway.",
    );
    refused(called, look, &[Case::Bare], told);
}

pub(in crate::gateway) fn forged_credential_served(called: &Called, look: &mut Look) {
    let told = if called.by_token {
        (
            "What the token tells is believed, and its signature is not checked.",
            VERIFY,
        )
    } else {
        (
            "The constant headers are looked for, and not compared.",
            "Compare their values with those that the gateway was told, in constant time.",
        )
    };
    refused(called, look, &[Case::Forged, Case::Changed], told);
}

pub(in crate::gateway) fn unsigned_token_served(called: &Called, look: &mut Look) {
    let told = (
        "A token is taken that says of itself that it is not signed.",
        "Demand HS256, and leave the token no choice.",
    );
    refused(called, look, &[Case::NotSigned], told);
}

pub(in crate::gateway) fn other_algorithm_served(called: &Called, look: &mut Look) {
    let told = (
        "The token chooses the algorithm by which it is checked.",
        "Demand HS256, and leave the token no choice.",
    );
    refused(called, look, &[Case::OtherAlgorithm], told);
}

pub(in crate::gateway) fn unknown_key_served(called: &Called, look: &mut Look) {
    let told = (
        "A token of an AK that was never given is taken.",
        "Refuse an AK that you do not find, before anything is computed with its SK.",
    );
    let cases = [Case::UnknownKey, Case::UnknownKeyEmpty];
    refused(called, look, &cases, told);
}

pub(in crate::gateway) fn key_not_looked_up(called: &Called, look: &mut Look) {
    let told = (
        "The AK of the token is not looked at.",
        "Look up the SK by the AK, so that keys can be exchanged one by one.",
    );
    refused(called, look, &[Case::UnknownKeySigned], told);
}

pub(in crate::gateway) fn expired_token_served(called: &Called, look: &mut Look) {
    let told = (
        "A token that is over is taken: whoever finds one in a log can call for ever.",
        "Refuse a token whose exp is over, or whose timestamp (in milliseconds) is older than five minutes.",
    );
    refused(called, look, &[Case::Expired], told);
}

pub(in crate::gateway) fn future_token_served(called: &Called, look: &mut Look) {
    let told = (
        "A token that was made for later is taken.",
        "Refuse a timestamp (in milliseconds) that is further ahead than clocks differ.",
    );
    refused(called, look, &[Case::Future], told);
}

pub(in crate::gateway) fn malformed_token_crashes(called: &Called, look: &mut Look) {
    if called.control().is_none() {
        look.reason = Some(NO_CONTROL);
        return;
    }
    for (step, call) in called.of(|case| matches!(case, Case::NoToken | Case::OnePart)) {
        look.at();
        let answer = &call.answer;
        if answer.status == 0 || (500..600).contains(&answer.status) && answer.status != 503 {
            look.find_in(
                step,
                call.case.about(),
                (
                    "What is no token breaks the backend.",
                    "Take every failure to read a token as a refusal.",
                ),
            );
        }
    }
}
