//! An answer held against the stages.

use std::sync::Arc;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::Billing;
use galleria_marketplace::transcript::{
    Answer, Exchange, NameOnWire, Outcome, REDACTED, SignatureReading, SignatureValue, Unreadable,
};
use galleria_protocol::{Key, body_sign};

use super::members;
use super::stage::Stage;
use crate::platform_message::{self, Language, Message};
use crate::profile::Profile;
use crate::rule::{Play, judge};
use crate::rules;

/// The rules about lengths.
const LENGTHS: [&str; 2] = ["FLD008", "ENC005"];

/// How an answer fared.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The checks that it passed, in order.
    pub passed: Vec<Stage>,
    /// Where the debug step stopped; `None` where it saves the case.
    pub stopped: Option<Stopped>,
    /// What the pages leave open about this answer.
    pub doubt: Option<&'static str>,
}

/// Where and with which message the debug step stopped.
#[derive(Clone, Debug)]
pub struct Stopped {
    /// The check.
    pub stage: Stage,
    /// The platform's message.
    pub message: &'static Message,
    /// What the platform fills into it.
    pub values: Vec<(&'static str, String)>,
}

impl Stopped {
    /// What the seller centre prints, in that language.
    pub fn said(&self, language: Language) -> Option<String> {
        let values = self.values.iter();
        let values = values.map(|(name, value)| (*name, value.as_str()));
        Some(self.message.wording(language)?.filled(values))
    }
}

impl Checked {
    /// Whether the debug step saves the case.
    pub fn is_saved(&self) -> bool {
        self.stopped.is_none()
    }
}

/// What goes into a message.
type Values = Vec<(&'static str, String)>;

/// Checks an answer as the debug step does, and stops where it stops. With the key, the signature
/// that the platform says it expected is told.
///
/// # Panics
/// Never: each stage's message is known, which a test demands.
pub fn check(exchange: &Exchange, profile: &Arc<Profile>, key: Option<&Key>) -> Checked {
    let mut passed = Vec::new();
    let mut stopped = None;
    for stage in Stage::ALL
        .into_iter()
        .filter(|stage| stage.is_made_by(profile))
    {
        match wrong(stage, exchange, profile, key) {
            None => passed.push(stage),
            Some(values) => {
                let message = platform_message::find(stage.message());
                let message = message.expect("each stage's message is known");
                stopped = Some(Stopped {
                    stage,
                    message,
                    values,
                });
                break;
            }
        }
    }
    let pending = exchange.is_pending() && stopped.is_none();
    let doubt = "the pages do not say whether the debug step takes 000004; 000000 is safe";
    Checked {
        passed,
        stopped,
        doubt: pending.then_some(doubt),
    }
}

/// What a stage finds wrong: what is filled into its message.
fn wrong(
    stage: Stage,
    exchange: &Exchange,
    profile: &Arc<Profile>,
    key: Option<&Key>,
) -> Option<Values> {
    let answer = exchange.response.as_ref();
    match stage {
        Stage::Reached => stop(!is_reached(exchange.ended)),
        Stage::InTime => stop(exchange.ended == Ended::TimedOut),
        Stage::Status => {
            let status = answer?.status;
            (status != 200).then(|| vec![("httpCode", status.to_string())])
        }
        Stage::ContentType => content_type(answer?),
        Stage::BodySign => stop(!has_form(exchange.reading.signature.as_ref()?)),
        Stage::Signature => signature(exchange, key),
        Stage::Parsed => stop(!is_parsed(exchange)),
        Stage::ResultCode => stop(!(exchange.is_accepted() || exchange.is_pending())),
        Stage::Members => {
            let object = answer?.object()?;
            let name = members::missing(profile, &exchange.intent.activity, object)?;
            Some(vec![("fileId", name.to_owned())])
        }
        Stage::Lengths => {
            let name = too_long(exchange, profile)?;
            Some(vec![("fileId", name)])
        }
    }
}

fn stop(stops: bool) -> Option<Values> {
    stops.then(Vec::new)
}

/// Whether an answer began: an address that hangs up says no more than one that is not there.
fn is_reached(ended: Ended) -> bool {
    matches!(ended, Ended::Answered | Ended::TimedOut)
}

fn content_type(answer: &Answer) -> Option<Values> {
    let told = answer.header("content-type").unwrap_or_default();
    let kind = told.split(';').next().unwrap_or_default().trim();
    let right = kind.eq_ignore_ascii_case("application/json");
    (!right).then(|| vec![("contentType", told.to_owned())])
}

fn has_form(reading: &SignatureReading) -> bool {
    match reading {
        SignatureReading::Absent => false,
        SignatureReading::Present { name, flaws, value } => {
            *name == NameOnWire::Exact && flaws.is_empty() && *value != SignatureValue::Unreadable
        }
    }
}

fn signature(exchange: &Exchange, key: Option<&Key>) -> Option<Values> {
    let SignatureReading::Present { value, .. } = exchange.reading.signature.as_ref()? else {
        return None;
    };
    if !matches!(value, SignatureValue::Wrong { .. }) {
        return None;
    }
    // The record holds the body's text, not its bytes: where they differ, nothing can be computed.
    let body = exchange.response.as_ref().map(|answer| &answer.body);
    let same = |text: &str, bytes: u64| text.len() as u64 == bytes && !text.contains(REDACTED);
    let body = body.filter(|body| same(&body.text, body.bytes));
    let expected = key
        .zip(body)
        .map(|(key, body)| body_sign::signature(key, body.text.as_bytes()));
    Some(
        expected
            .map(|text| ("signature", text))
            .into_iter()
            .collect(),
    )
}

fn is_parsed(exchange: &Exchange) -> bool {
    let cannot = [
        Unreadable::TooLarge,
        Unreadable::Compressed,
        Unreadable::NotJson,
        Unreadable::CodeMissing,
    ];
    let unreadable =
        matches!(exchange.outcome(), Outcome::Unreadable { why } if cannot.contains(why));
    let object = exchange.response.as_ref().and_then(Answer::object);
    !unreadable && object.is_some_and(|object| object.contains_key("resultMsg"))
}

/// The name of a member that the rules about lengths find too long.
fn too_long(exchange: &Exchange, profile: &Arc<Profile>) -> Option<String> {
    let play = Play {
        scenario: exchange.scenario.clone(),
        profile: Arc::clone(profile),
        billing: Billing::default(),
        delivered_before: false,
        exchanges: vec![exchange.clone()],
        kit: Vec::new(),
        call_backs: Vec::new(),
        left_out: Vec::new(),
        probed: Vec::new(),
        waiting_cut_short: false,
        unprobed: None,
    };
    let about_lengths: Vec<_> = LENGTHS.iter().filter_map(|id| rules::find(id)).collect();
    let judged = judge(&play, &about_lengths);
    let place = &judged
        .iter()
        .flat_map(|judged| &judged.findings)
        .next()?
        .place;
    place.rsplit('/').next().map(ToOwned::to_owned)
}
