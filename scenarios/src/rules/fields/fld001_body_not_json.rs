//! FLD001: a body that is not one JSON object.

use galleria_marketplace::transcript::{Answer, Exchange};
use galleria_protocol::json::JsonFlaw;
use galleria_protocol::mistake::Cause;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The body of an answer with status 200 is one JSON object, with nothing behind it and no name
    /// twice in one object.
    ///
    /// # Why it matters
    /// The debug step says 解析响应体失败; which of two equal names counts depends on the reader.
    ///
    /// # A seller that breaks it
    /// Answers a page of its web server, a list, a quoted string of JSON, or appends a log line.
    ///
    /// # How to fix
    /// Let a JSON library write one object with `resultCode` and `resultMsg`.
    ///
    /// # What a lawful seller may do
    /// Lay the JSON out as it likes: indented, escaped, in any order, with white space around it and
    /// members of its own.
    FLD001 = {
        name: "body-not-json",
        force: Must,
        source: "v1 §1",
        needs: "answer with status 200",
        lawful: [
            "further-members",
            "members-in-reverse",
            "pretty-json",
            "raw-utf8",
            "same-names-in-another-case",
            "slashes-escaped",
            "trailing-newline",
            "white-space-around",
        ],
        faults: [
            "page-in-place-of-json",
            "text-after-json",
            "duplicate-names",
            "array-around-object",
            "length-in-characters",
            "notice-answered-in-text",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, answer) in play.answers() {
        if answer.status != 200 || answer.is_coded() || answer.body.too_large {
            continue;
        }
        match answer.json() {
            Ok(_) => look.held(),
            Err(flaw) => look.found(exchange, fault(exchange, answer, flaw)),
        }
    }
}

fn fault(exchange: &Exchange, answer: &Answer, flaw: &JsonFlaw) -> Fault {
    let fault = Fault::at("body")
        .expected("one JSON object")
        .actual(&answer.body.text)
        .because(format!(
            "The body cannot be read as one JSON object: {flaw}."
        ))
        .fix("Let a JSON library write one object with resultCode and resultMsg.");
    let cause = exchange.reading.body_cause.as_deref();
    match cause.and_then(Cause::find) {
        Some(cause) => fault
            .cause(Some(cause.slug()))
            .adding(&cause.explanation())
            .fix(cause.fix()),
        None => fault,
    }
}
