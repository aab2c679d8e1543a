//! What a step does, in words.

use galleria_protocol::Api;

use crate::profile::in_words;
use crate::scenario::step::called;
use crate::scenario::{Call, Verb};

/// What a step does over these versions of the interface, where its file has no note.
pub(crate) fn describe(api: &[Api], verb: &Verb) -> String {
    let call = |call: &Call| {
        let subject = &call.subject;
        let kind = if subject.test { "debug call " } else { "" };
        format!("{kind}{}", called(api, subject.activity))
    };
    match verb {
        Verb::Send(sent) => call(sent),
        Verb::LoseAnswer(sent) => format!("{}, the answer is lost", call(sent)),
        Verb::Resend { step } => format!("step {step} again"),
        Verb::Replay { step } => format!("step {step} again, whatever came of it"),
        Verb::Cut { call: sent, at } => {
            format!("{}, the connection is cut {}", call(sent), at.name())
        }
        Verb::Burst { call: sent, times } => format!("{}, {times} times at once", call(sent)),
        Verb::BurstAgain { step, times } => format!("step {step} again, {times} times at once"),
        Verb::Await { step } => format!("step {step} again until the seller no longer puts it off"),
        Verb::Tamper { call: sent, how } => format!("{}, then a twin: {}", call(sent), how.about),
        Verb::Twin { step, how, .. } => format!("a twin of step {step}: {}", how.about),
        Verb::Crash { call: sent, at } => {
            format!("{}, the seller is killed {}", call(sent), at.about())
        }
        Verb::Restart => "the seller is killed and started again".to_owned(),
        Verb::Outage(outage) => format!(
            "{}, while for {} {}",
            call(&outage.call),
            in_words(outage.lasts),
            outage.trouble.about()
        ),
        Verb::Orders { call: sent, times } => format!("{}, {times} orders", call(sent)),
        Verb::Kit(kit) => kit.about(),
        Verb::Delay(time) => format!("wait {time:?}"),
        Verb::Advance(time) => format!("{time:?} pass at the marketplace"),
    }
}
