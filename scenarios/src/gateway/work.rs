//! How a call that was served is told from one that was refused with status 200.
//!
//! The pages demand no status of a refusal. So an answer is compared with that to a right call: where that one tells
//! what is to be paid, this one must do so too; where nothing is billed, it must look alike and tell no other code.

use galleria_marketplace::delivery::Ended;
use galleria_protocol::gateway::usage::Metered;
use serde_json::Value;

use super::answer::Answer;

/// Members that tell whether a call went well.
const CODES: [&str; 9] = [
    "code",
    "status",
    "success",
    "errno",
    "ret",
    "errcode",
    "error_code",
    "statusCode",
    "resultCode",
];

/// Whether the work was done; `None` where it cannot be told.
pub(super) fn was_done(answer: &Answer, control: &Answer, metered: Metered) -> Option<bool> {
    // Too many calls, or too slow: nothing is said of who called.
    if answer.ended == Ended::TimedOut || matches!(answer.status, 429 | 503) {
        return None;
    }
    if !answer.is_served() {
        return Some(false);
    }
    if control.has_figures(metered) {
        return Some(answer.has_figures(metered));
    }
    if answer.whole && answer.text == control.text {
        return Some(true);
    }
    match (answer.values.as_slice(), control.values.as_slice()) {
        ([one], [other]) => looks_alike(one, other),
        ([], []) => None,
        // A stream where one was answered, and something else where none was.
        (events, right) => Some((events.len() > 1) == (right.len() > 1)),
    }
}

fn looks_alike(one: &Value, other: &Value) -> Option<bool> {
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else {
        return Some(std::mem::discriminant(one) == std::mem::discriminant(other))
            .filter(|same| !same);
    };
    let kind = std::mem::discriminant::<Value>;
    let same_members = one.len() == other.len()
        && one
            .iter()
            .all(|(name, value)| other.get(name).is_some_and(|own| kind(own) == kind(value)));
    if !same_members {
        return Some(false);
    }
    let mut codes = CODES
        .iter()
        .filter(|name| one.contains_key(**name))
        .peekable();
    codes.peek()?;
    Some(codes.all(|name| one.get(*name) == other.get(*name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answer(status: u16, body: &Value) -> Answer {
        Answer {
            ended: Ended::Answered,
            detail: None,
            status,
            content_type: "application/json".to_owned(),
            text: body.to_string(),
            whole: true,
            values: vec![body.clone()],
        }
    }

    #[test]
    fn a_bill_tells_that_the_work_was_done() {
        let bill = json!({ "data": "x", "usage": { "prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3 } });
        let control = answer(200, &bill);
        let done =
            |status, body: &Value| was_done(&answer(status, body), &control, Metered::Tokens);
        assert_eq!(done(200, &bill), Some(true));
        assert_eq!(done(401, &bill), Some(false));
        assert_eq!(done(200, &json!({ "code": 401 })), Some(false));
        let nothing = json!({ "data": "", "usage": { "prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0 } });
        assert_eq!(done(200, &nothing), Some(false));
        assert_eq!(done(429, &json!({})), None);
    }

    #[test]
    fn without_a_bill_codes_and_members_tell_it() {
        let control = answer(200, &json!({ "code": 0, "data": "x" }));
        let done = |body: Value| was_done(&answer(200, &body), &control, Metered::Nothing);
        assert_eq!(done(json!({ "code": 0, "data": "y" })), Some(true));
        assert_eq!(done(json!({ "code": 401, "data": "no" })), Some(false));
        assert_eq!(done(json!({ "code": 0, "data": null })), Some(false));
        let bare = answer(200, &json!({ "data": "x" }));
        let untold = was_done(
            &answer(200, &json!({ "data": "refused" })),
            &bare,
            Metered::Nothing,
        );
        assert_eq!(untold, None);
    }
}
