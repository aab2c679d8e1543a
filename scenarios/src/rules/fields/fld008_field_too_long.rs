//! FLD008: a member longer than the platform stores.

use super::table::{self, Member};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// No text in an answer is longer, in characters, than the maximum of the profile's table for
    /// the scene.
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
    /// Send members that the scene's table does not have, of any length. Credentials are counted
    /// with their encryption, by ENC005.
    FLD008 = {
        name: "field-too-long",
        force: Must,
        source: "v1 §5.1, §8",
        needs: "answer with a member whose length is limited",
        lawful: ["further-members", "long-instance-ids", "long-password", "members-at-full-length"],
        faults: ["licence-id-too-long", "message-of-300-characters", "instance-id-of-65-characters", "front-end-url-of-600-characters"],
        check: check,
    }
}

/// Members whose length is part of their form, which FLD003 and FLD012 judge.
const JUDGED_ELSEWHERE: [&str; 2] = ["resultCode", "info.usageInfo.statisticalTime"];

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        table::members(play, exchange, object, |member| {
            let (row, Some(text)) = (member.row, member.value.as_str()) else {
                return;
            };
            if row.encrypted || row.max.is_none() || member.is_among(&JUDGED_ELSEWHERE) {
                return;
            }
            match row.too_long(text) {
                None => look.held(),
                Some(long) => look.found(exchange, told(member, long.most, long.length)),
            }
        });
    }
}

fn told(member: &Member<'_>, most: usize, length: usize) -> Fault {
    let path = member.path();
    Fault::at(format!("body {}", member.place()))
        .expected(format!("at most {most} characters"))
        .actual(format!("{length} characters"))
        .because(format!("{path} is longer than the platform accepts."))
        .fix(format!("Keep {path} within {most} characters."))
}
