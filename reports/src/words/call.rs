//! A call in a few words.

use galleria_scenarios::Ended;
use galleria_scenarios::effect::Probed;
use galleria_scenarios::transcript::{Exchange, Outcome, Role, Unreadable};

use super::figures::counted;
use crate::lang::say;

/// What came of a call, such as `200 accepted`, `200 refused 000001` or `timed out`.
pub fn came_of(exchange: &Exchange) -> String {
    let status = exchange
        .response
        .as_ref()
        .map(|answer| answer.status.to_string());
    let said = match (exchange.ended, exchange.outcome()) {
        (Ended::Answered, Outcome::Accepted) => "accepted".to_owned(),
        (Ended::Answered, Outcome::Pending) => "being made".to_owned(),
        (Ended::Answered, Outcome::Refused { code }) => format!("refused {code}"),
        (Ended::Answered, Outcome::Unreadable { why }) => unreadable(*why).to_owned(),
        (Ended::Answered, Outcome::NoAnswer) => "no answer".to_owned(),
        (ended, _) => ended_as(ended).to_owned(),
    };
    match status {
        Some(status) => format!("{status} {}", say(&said)),
        None => say(&said).into_owned(),
    }
}

fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::TooLarge => "answer too large",
        Unreadable::Compressed => "compressed",
        Unreadable::NotJson => "no JSON object",
        Unreadable::CodeMissing => "no result code",
        Unreadable::CodeMalformed => "malformed result code",
    }
}

fn ended_as(ended: Ended) -> &'static str {
    match ended {
        Ended::Answered => "answered",
        Ended::TimedOut => "timed out",
        Ended::Unresolved => "host has no address",
        Ended::Refused => "connection refused",
        Ended::TlsFailed => "TLS failed",
        Ended::Dropped => "connection dropped",
        Ended::CutShort => "answer cut short",
        Ended::NotHttp => "not HTTP",
        Ended::Lost => "answer lost on purpose",
        Ended::Cut => "cut on purpose",
        Ended::Outage => "met an outage",
        Ended::Interrupted => "interrupted",
    }
}

/// What is special about a call, such as `repeat of 3` or `forged-token`.
pub(crate) fn role(exchange: &Exchange) -> Option<String> {
    let role = match &exchange.intent.role {
        Role::Call => None,
        Role::Repeat { of } => Some(format!("repeat of {of}")),
        Role::AtOnce { of: None } => Some("at once".to_owned()),
        Role::AtOnce { of: Some(of) } => Some(format!("at once, repeat of {of}")),
        Role::Awaited { of } => Some(format!("retry of {of}")),
        Role::Control => Some("control".to_owned()),
        Role::Tampered { how, control } => Some(format!("{how}, twin of {control}")),
        Role::Poll => Some("poll".to_owned()),
        Role::Isolated { of } => Some(format!("part of {of}")),
        Role::CleanUp => Some("clean-up".to_owned()),
    };
    role.map(|role| say(&role).into_owned())
}

/// What the effect probe counted for an order, such as `CS1 has 1 instance`.
pub(crate) fn counted_for(probed: &Probed) -> String {
    let count = usize::try_from(probed.count).unwrap_or(usize::MAX);
    let told = format!(
        "order {} has {}",
        probed.question.order_id,
        counted(count, "instance")
    );
    say(&told).into_owned()
}
