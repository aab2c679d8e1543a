//! FLD008: a member longer than the platform stores.

use serde_json::{Map, Value};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// No text in an answer is longer, in characters, than the table's maximum.
    ///
    /// # Why it matters
    /// The debug step refuses it (字段长度不合法); in production the platform cannot store it.
    ///
    /// # A seller that breaks it
    /// Puts an exception's text into `resultMsg`, or a session into `frontEndUrl`.
    ///
    /// # How to fix
    /// Cut messages, and hand out short ids and addresses.
    ///
    /// # What a lawful seller may do
    /// Use the whole length, counted in characters rather than bytes: an instance id of 64 is fine.
    FLD008 = {
        name: "field-too-long",
        force: Must,
        source: "v1 §5.1, §8",
        needs: "answer with a member whose length is limited",
        faults: ["message-of-300-characters", "instance-id-of-65-characters", "front-end-url-of-600-characters"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        for (path, &most) in &play.profile.lengths {
            let Some(text) = member(object, path) else {
                continue;
            };
            let length = text.chars().count();
            look.expect(exchange, length <= most, || {
                Fault::at(format!("body /{}", path.replace('.', "/")))
                    .expected(format!("at most {most} characters"))
                    .actual(format!("{length} characters"))
                    .because(format!("{path} is longer than the platform accepts."))
                    .fix(format!("Keep {path} within {most} characters."))
            });
        }
    }
}

/// The text at a dotted path.
fn member<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a str> {
    let (first, rest) = path
        .split_once('.')
        .map_or((path, None), |(a, b)| (a, Some(b)));
    let value = object.get(first)?;
    match rest {
        None => value.as_str(),
        Some(rest) => member(value.as_object()?, rest),
    }
}
