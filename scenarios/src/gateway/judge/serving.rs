//! Calls that ought to be served, and how.

use galleria_marketplace::delivery::Ended;

use super::{Called, Look, NO_CONTROL, Told};
use crate::gateway::case::Case;

pub(in crate::gateway) fn right_call_refused(called: &Called, look: &mut Look) {
    let Some(first) = called.calls.first() else {
        return;
    };
    let answer = &first.answer;
    if answer.ended == Ended::TimedOut && answer.status == 0 {
        look.reason = Some("no answer came in time: see the other rules");
        return;
    }
    look.at();
    if answer.is_served() {
        return;
    }
    let place = first.case.about();
    let told = match answer.status {
        0 => (
            "The connection is closed without an answer.",
            "Look into the backend's log: it took the call and gave nothing back.",
        ),
        401 | 403 if called.by_token => (
            "The backend refuses a token that is right.",
            "Check AK and SK, the header (--token-header), that timestamp is in milliseconds and exp in seconds, and \
             that the signature is HMAC256 under the SK as it is.",
        ),
        401 | 403 => (
            "The backend refuses the headers that the gateway keeps.",
            "Check the values that --header-env names.",
        ),
        404 | 405 => (
            "The backend does not take that call at that address.",
            "Check path and --method: the gateway calls with GET or POST, as it was registered.",
        ),
        300..=399 => (
            "The backend sends the gateway elsewhere.",
            "Register the address that answers.",
        ),
        _ => (
            "The backend does not serve a right call.",
            "Check --body against what the agent takes, and look into the backend's log.",
        ),
    };
    look.find(place, told);
}

pub(in crate::gateway) fn answer_too_late(called: &Called, look: &mut Look) {
    for (step, call) in called.right() {
        look.at();
        if call.answer.ended == Ended::TimedOut {
            look.find_in(
                step,
                call.case.about(),
                (
                    "The answer was not there to its end in time.",
                    "Answer sooner, as a stream perhaps, or register a longer time: 300 000 ms are the most.",
                ),
            );
            return;
        }
    }
}

pub(in crate::gateway) fn answer_cut_short(called: &Called, look: &mut Look) {
    for (step, call) in called.right().filter(|(_, call)| call.answer.is_served()) {
        look.at();
        if call.answer.is_cut() {
            look.find_in(
                step,
                call.case.about(),
                (
                    "The connection is closed inside the answer: what it is billed by, and the last words, are lost.",
                    "Write the answer to its end; a stream in chunks ends with an empty one.",
                ),
            );
            return;
        }
    }
    look.reason = Some(NO_CONTROL);
}

pub(in crate::gateway) fn stream_type_unusual(called: &Called, look: &mut Look) {
    look.reason = Some(NO_CONTROL);
    let Some(control) = called.control() else {
        return;
    };
    look.at();
    let kind = control.content_type.to_ascii_lowercase();
    if !kind.starts_with("text/event-stream") {
        look.find(
            "header Content-Type",
            (
                "The stream has another type than text/event-stream.",
                "Send Content-Type: text/event-stream, by which clients know events.",
            ),
        );
    }
}

/// Looks whether right calls of an unusual kind are served.
fn served(called: &Called, look: &mut Look, cases: &[Case], told: Told) {
    look.reason = Some(NO_CONTROL);
    if called.control().is_none() {
        return;
    }
    for (step, call) in called.of(|case| cases.contains(&case)) {
        let answer = &call.answer;
        // Too many calls, or too slow: nothing is said of this one.
        if answer.ended == Ended::TimedOut || matches!(answer.status, 429 | 503) {
            continue;
        }
        look.at();
        if !answer.is_served() {
            look.find_in(step, call.case.about(), told);
        }
    }
}

pub(in crate::gateway) fn customer_refused(called: &Called, look: &mut Look) {
    let others: Vec<Case> = (1..called.customers.len()).map(Case::Right).collect();
    let told = (
        "Another customer than the first is refused.",
        "Serve every customer whom the gateway calls for: it has sold and bills, and tells of no purchase before.",
    );
    served(called, look, &others, told);
    if others.is_empty() {
        look.absent(ONE_CUSTOMER);
    }
}

const ONE_CUSTOMER: &str = "one customer called (--customers)";

pub(in crate::gateway) fn lively_token_refused(called: &Called, look: &mut Look) {
    let told = (
        "A token is refused that holds for two minutes more.",
        "Take a token for five minutes: the clocks of two machines differ.",
    );
    served(called, look, &[Case::Older], told);
}

pub(in crate::gateway) fn unknown_member_refused(called: &Called, look: &mut Look) {
    let told = (
        "A token is refused for a member that the pages do not tell of, or for one that they do not show.",
        "Look at alg, api_key, timestamp and exp, and at nothing else.",
    );
    let cases = [Case::FurtherMember, Case::Untyped];
    served(called, look, &cases, told);
}

pub(in crate::gateway) fn chinese_name_refused(called: &Called, look: &mut Look) {
    let told = (
        "A customer of a Chinese name is refused.",
        "Read X-Customer-Name as bytes that may be UTF-8, and go on where they cannot be read.",
    );
    served(called, look, &Case::NAMES, told);
}

pub(in crate::gateway) fn other_customer_told(called: &Called, look: &mut Look) {
    if called.customers.len() < 2 {
        look.absent(ONE_CUSTOMER);
        return;
    }
    look.reason = Some(NO_CONTROL);
    if called.control().is_none() {
        return;
    }
    for (step, call) in called.right() {
        let Case::Right(own) = call.case else {
            continue;
        };
        look.at();
        let others = called.customers.iter().enumerate();
        let mut others = others.filter(|(number, _)| *number != own);
        let text = &call.answer.text;
        if others.any(|(_, (id, name))| text.contains(id) || text.contains(name)) {
            look.find_in(
                step,
                call.case.about(),
                (
                    "The answer tells who called before: customers share what ought to be theirs alone.",
                    "Keep what belongs to a customer under its X-Customer-Id, and nothing of it beside the call.",
                ),
            );
            return;
        }
    }
}
