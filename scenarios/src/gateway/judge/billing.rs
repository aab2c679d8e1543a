//! What a call is billed by.

use serde_json::Value;

use super::{Called, Look};
use crate::gateway::answer::Answer;

const NOT_WHOLE: &str = "no answer was there to its end";
const NOT_TOLD: &str = "no answer tells what it is billed by: see the other rules";

/// The right calls whose answers can be billed, with their steps.
fn answers<'a>(
    called: &'a Called,
    look: &mut Look,
) -> impl Iterator<Item = (u32, &'a Answer)> + use<'a> {
    look.reason = Some(NOT_WHOLE);
    let right = called.right().map(|(step, call)| (step, &call.answer));
    right.filter(|(_, answer)| answer.is_served() && answer.whole)
}

/// The figures of an answer that has the object which holds them: name and value.
fn figures<'a>(
    called: &Called,
    answer: &'a Answer,
) -> Option<Vec<(&'static str, Option<&'a Value>)>> {
    let (_, value) = answer.billed(called.metered)?;
    let pointers = called.metered.figures(value).iter();
    let there = |pointer: &&'static str| value.pointer(pointer).filter(|one| !one.is_null());
    Some(pointers.map(|pointer| (*pointer, there(pointer))).collect())
}

/// The same, where all of them are there as numbers.
fn numbers(called: &Called, answer: &Answer) -> Option<Vec<f64>> {
    let figures = figures(called, answer)?.into_iter();
    figures.map(|(_, value)| value?.as_f64()).collect()
}

pub(in crate::gateway) fn usage_not_at_top(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        look.at();
        if answer.billed(called.metered).is_some() {
            continue;
        }
        let object = called.metered.object().unwrap_or_default();
        match answer.elsewhere(called.metered) {
            _ if answer.values.is_empty() => look.find_in(step, "body", (
                "The answer is no JSON, so that nothing in it can be billed.",
                "Answer with a JSON object; as a stream, with one in every event.",
            )),
            Some(pointer) => look.find_in(step, format!("body {pointer}"), (
                "What the call is billed by stands below the top of the answer, where it is not read.",
                "Move the object to the top of the answer.",
            )),
            None if called.stream => look.find_in(step, format!("body /{object}"), (
                "No event of the stream tells what the call is billed by.",
                "Tell it in the last event; of a model, ask for it with stream_options.include_usage.",
            )),
            None => look.find_in(step, format!("body /{object}"), (
                "The answer does not tell what the call is billed by.",
                "Put the object at the top of every answer.",
            )),
        }
        return;
    }
}

pub(in crate::gateway) fn usage_incomplete(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        let Some(figures) = figures(called, answer) else {
            look.reason = Some(NOT_TOLD);
            continue;
        };
        look.at();
        let mut missing = figures
            .iter()
            .filter(|(_, value)| value.is_none())
            .peekable();
        if missing.peek().is_none() {
            continue;
        }
        for (pointer, _) in missing {
            look.find_in(
                step,
                format!("body {pointer}"),
                (
                    "A member that is billed is missing or null.",
                    "Tell every member that the way of billing names, under that name.",
                ),
            );
        }
        return;
    }
}

pub(in crate::gateway) fn usage_not_a_number(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        let figures = figures(called, answer).unwrap_or_default().into_iter();
        let there = figures.filter_map(|(pointer, value)| Some((pointer, value?)));
        look.reason = Some(NOT_TOLD);
        let mut wrong = false;
        for (pointer, value) in there {
            look.at();
            let number = value.as_f64();
            let whole = |number: f64| called.metered.has_decimals() || number.fract() == 0.0;
            let told = match number {
                None => (
                    "A member that is billed is no number.",
                    "Write it as a JSON number, without quotes.",
                ),
                Some(number) if number < 0.0 => (
                    "A member that is billed is less than zero.",
                    "Tell what this call used.",
                ),
                Some(number) if !whole(number) => (
                    "A member that is counted has decimals.",
                    "Tell a whole number.",
                ),
                Some(_) => continue,
            };
            wrong = true;
            look.find_in(step, format!("body {pointer}"), told);
        }
        if wrong {
            return;
        }
    }
}

pub(in crate::gateway) fn total_tokens_wrong(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        let Some(numbers) = numbers(called, answer) else {
            look.reason = Some(NOT_TOLD);
            continue;
        };
        let [prompt, completion, total] = numbers[..] else {
            look.absent("input_tokens and output_tokens have no total");
            return;
        };
        look.at();
        if (prompt + completion - total).abs() > 0.5 {
            look.find_in(step, "body /usage/total_tokens", (
                "total_tokens is another number than prompt_tokens and completion_tokens together.",
                "Add both up.",
            ));
            return;
        }
    }
}

pub(in crate::gateway) fn usage_of_zero(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        let Some(numbers) = numbers(called, answer) else {
            look.reason = Some(NOT_TOLD);
            continue;
        };
        look.at();
        if numbers.iter().all(|number| *number == 0.0) {
            let object = called.metered.object().unwrap_or_default();
            look.find_in(
                step,
                format!("body /{object}"),
                (
                    "Nothing is told to have been used: the call costs nothing.",
                    "Tell what the model says that it used.",
                ),
            );
            return;
        }
    }
}

pub(in crate::gateway) fn usage_before_the_end(called: &Called, look: &mut Look) {
    for (step, answer) in answers(called, look) {
        let Some((at, _)) = answer.billed(called.metered) else {
            look.reason = Some(NOT_TOLD);
            continue;
        };
        look.at();
        if at + 1 < answer.values.len() {
            look.find_in(
                step,
                "body",
                (
                    "Events come behind the last one that tells the usage.",
                    "Tell it when everything is said, in the last event.",
                ),
            );
            return;
        }
    }
}
