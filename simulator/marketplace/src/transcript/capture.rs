//! From a delivery to the record: reads what only the key can tell, then takes the secrets out.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use galleria_protocol::json::JsonFlaw;
use galleria_protocol::mistake;
use galleria_protocol::mistake::Context;
use galleria_protocol::{Api, Key, code, json, time};
use serde_json::{Map, Value};

use super::answer::{Answer, Body, KEPT_BODY, is_coded};
use super::credential;
use super::echo;
use super::exchange::{Exchange, ExchangeId, SentRequest};
use super::intent::Intent;
use super::learned::Learned;
use super::reading::{Charset, Outcome, Reading, Unreadable};
use super::redact::{Redactor, SHORTEST};
use super::scrubbed::{Parsed, scrubbed};
use super::signature::{self, SignatureReading};
use super::told::Secrets;
use crate::delivery::{Delivered, Ended, Header, Outgoing, ReceivedAnswer, Target};
use crate::market::{MAIL, PHONE};

/// Where an exchange belongs.
#[derive(Clone, Debug)]
pub struct Place {
    /// The scenario.
    pub scenario: String,
    /// The step, from 1.
    pub step: u32,
    /// Which delivery of the same order, from 1.
    pub attempt: u32,
}

/// Turns deliveries into exchanges. Holds the key; nothing that it hands out does.
#[derive(Debug)]
pub struct Capture {
    api: Api,
    key: Key,
    origin: String,
    headers: Vec<Header>,
    redactor: Redactor,
    secrets: Secrets,
    previous: Mutex<Vec<u8>>,
    /// The newest secrets that sellers handed over: later answers may repeat them.
    learned: Mutex<Learned>,
}

/// The scenes of V2 that may be answered with 000004: it is being made.
const WAITING: [&str; 3] = ["newInstance", "queryInstance", "getLicenseAsync"];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Capture {
    /// A capture of calls to `target`, answered under `key`.
    pub fn new(api: Api, key: Key, target: &Target) -> Self {
        let redactor = Redactor::new([key.expose(), PHONE, MAIL]).indexed();
        let scheme = if target.is_https() { "https" } else { "http" };
        let header = |name: &str, value: String| Header {
            name: name.to_owned(),
            value,
        };
        Self {
            api,
            origin: format!("{scheme}://{}", target.authority()),
            headers: vec![
                header("Host", target.authority()),
                header("Connection", "keep-alive".to_owned()),
                header("User-Agent", crate::delivery::USER_AGENT.to_owned()),
            ],
            secrets: Secrets::new(api, &key),
            key,
            redactor,
            previous: Mutex::default(),
            learned: Mutex::default(),
        }
    }

    /// The same, which takes another interface's key out of what it records as well.
    #[must_use]
    pub fn hiding(self, further: &Key) -> Self {
        let secrets = [self.key.expose(), further.expose(), PHONE, MAIL];
        let redactor = Redactor::new(secrets).indexed();
        Self { redactor, ..self }
    }

    /// Takes the run's secrets out of text that is about to be recorded: those that are known from
    /// the start, and those that sellers handed over lately.
    pub fn scrub(&self, text: String) -> String {
        let learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        learned.scrub(self.redactor.scrub(text))
    }

    /// Records one delivery.
    pub fn exchange(
        &self,
        id: ExchangeId,
        place: Place,
        intent: Intent,
        outgoing: &Outgoing,
        dated: DateTime<Utc>,
        delivered: Delivered,
    ) -> Exchange {
        let Delivered {
            ended,
            detail,
            answer,
            timings,
            tls,
            tls_trouble,
        } = delivered;
        let (response, reading) = match answer {
            Some(answer) => {
                let (response, reading) = self.read(answer, outgoing, ended, &intent, dated);
                (Some(response), reading)
            }
            None => (None, no_answer()),
        };
        Exchange {
            id,
            scenario: place.scenario,
            step: place.step,
            attempt: place.attempt,
            intent,
            request: self.request(outgoing),
            response,
            ended,
            detail: detail.map(|text| self.scrub(text)),
            timings,
            tls,
            tls_trouble,
            reading,
        }
    }

    /// A request as it is recorded, without the secrets.
    pub fn request(&self, outgoing: &Outgoing) -> SentRequest {
        let body = (!outgoing.body.is_empty()).then(|| {
            self.redactor
                .scrub(String::from_utf8_lossy(&outgoing.body).into_owned())
        });
        SentRequest {
            method: outgoing.method.to_string(),
            origin: self.origin.clone(),
            target: self.redactor.scrub(outgoing.target.clone()),
            headers: self.headers(outgoing),
            body,
        }
    }

    fn headers(&self, outgoing: &Outgoing) -> Vec<Header> {
        let own = outgoing.own_headers().map(|(name, value)| Header {
            name: name.to_owned(),
            value: value.to_owned(),
        });
        self.headers.iter().cloned().chain(own).collect()
    }

    fn read(
        &self,
        answer: ReceivedAnswer,
        outgoing: &Outgoing,
        ended: Ended,
        intent: &Intent,
        dated: DateTime<Utc>,
    ) -> (Answer, Reading) {
        let charset = charset(&answer.body);
        let parsed = parse(&answer.body, charset);
        let object = parsed.as_ref().map_or_else(JsonFlaw::object, Some);
        let found = object
            .map(|object| credential::read(self.api, &self.key, object))
            .unwrap_or_default();
        let outcome = self.outcome(&answer, object, ended, intent);
        let is_refused = matches!(
            outcome,
            Outcome::Refused { .. } | Outcome::Unreadable { .. }
        );
        let refused = object.filter(|_| is_unauthenticated(&outcome));
        let token_echo = refused.and_then(|object| match self.api {
            Api::V1 => echo::of_token(&self.key, query(outgoing), object),
            Api::V2 => echo::of_call(&self.key, query(outgoing), &outgoing.body, object),
        });
        let reading = Reading {
            outcome,
            body_cause: parsed
                .as_ref()
                .err()
                .and_then(|_| body_cause(&answer, ended)),
            token_echo,
            told: self.secrets.told(outgoing, &answer, is_refused),
            charset: Some(charset),
            signature: self.signature(&answer, outgoing, ended, dated),
            credentials: found.readings,
        };
        (self.record(answer, parsed, &found.secrets), reading)
    }

    /// What the answer says; in V2 an instance may be made behind the answer [v2 §4.1].
    fn outcome(
        &self,
        answer: &ReceivedAnswer,
        object: Option<&Map<String, Value>>,
        ended: Ended,
        intent: &Intent,
    ) -> Outcome {
        let said = outcome(answer, object, ended);
        let may_wait = self.api == Api::V2 && WAITING.contains(&intent.activity.as_str());
        match said {
            Outcome::Refused { code } if may_wait && code == code::PROCESSING => Outcome::Pending,
            said => said,
        }
    }

    fn signature(
        &self,
        answer: &ReceivedAnswer,
        outgoing: &Outgoing,
        ended: Ended,
        dated: DateTime<Utc>,
    ) -> Option<SignatureReading> {
        if self.api != Api::V1 || ended != Ended::Answered || answer.too_large {
            return None;
        }
        let mut previous = self.previous.lock().unwrap_or_else(PoisonError::into_inner);
        let before = (!previous.is_empty()).then(|| previous.as_slice());
        let time_stamp = time::time_stamp(dated);
        let context = Context {
            time_stamp: Some(&time_stamp),
            query: Some(query(outgoing)),
            previous_body: before,
            ..Context::default()
        };
        let read = signature::read(&self.key, &answer.headers, &answer.body, &context);
        previous.clear();
        previous.extend_from_slice(&answer.body[..answer.body.len().min(KEPT_BODY)]);
        Some(read)
    }

    /// The answer as it may be shown.
    fn record(&self, answer: ReceivedAnswer, parsed: Parsed, secrets: &[String]) -> Answer {
        let short = secrets.iter().filter(|secret| secret.len() < SHORTEST);
        let short = Redactor::new(short.map(String::as_str));
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        learned.learn(secrets);
        let scrub = |text: String| learned.scrub(short.scrub(self.redactor.scrub(text)));
        let bytes = answer.body.len();
        let received = String::from_utf8_lossy(&answer.body[..bytes.min(KEPT_BODY)]);
        let text = scrub(received.clone().into_owned());
        let whole = matches!(received, Cow::Borrowed(_)) && bytes < KEPT_BODY;
        let parsed = readable(parsed, whole, &received, &text, &scrub);
        let body = Body {
            text,
            bytes: bytes as u64,
            cut: bytes > KEPT_BODY,
            too_large: answer.too_large,
        };
        let headers = answer
            .headers
            .into_iter()
            .map(|Header { name, value }| Header {
                name,
                value: scrub(value),
            })
            .collect();
        Answer::new(
            answer.status,
            scrub(answer.status_line),
            headers,
            body,
            parsed,
        )
    }
}

/// What was read out of the body, as rules may quote it: no more than its text shows. It is read again
/// from the text where secrets were taken out of that, for a quotation may cut a secret into what is
/// none; unless the text is not the `whole` of it. What was written with escapes may turn into a
/// secret by being read.
fn readable(
    parsed: Parsed,
    whole: bool,
    received: &str,
    text: &str,
    scrub: &dyn Fn(String) -> String,
) -> Parsed {
    let changed = text != received;
    let parsed = if whole && changed {
        parse(text.as_bytes(), charset(text.as_bytes()))
    } else {
        parsed
    };
    if !whole || text.contains('\\') {
        scrubbed(parsed, scrub)
    } else {
        parsed
    }
}

fn no_answer() -> Reading {
    Reading {
        outcome: Outcome::NoAnswer,
        charset: None,
        signature: None,
        credentials: Vec::new(),
        body_cause: None,
        token_echo: None,
        told: None,
    }
}

/// What explains a body that is no JSON: it breaks off although as many bytes came as were told, or
/// more stands around the JSON.
fn body_cause(answer: &ReceivedAnswer, ended: Ended) -> Option<String> {
    let chunked = answer
        .headers
        .iter()
        .any(|header| header.name.eq_ignore_ascii_case("transfer-encoding"));
    if ended != Ended::Answered || answer.too_large || is_coded(&answer.headers) {
        return None;
    }
    let cut = mistake::of_cut_body(&answer.body).filter(|_| !chunked);
    let cause = cut.or_else(|| mistake::of_surrounded_body(&answer.body))?;
    Some(cause.slug())
}

fn is_unauthenticated(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused { code } if code == code::AUTHENTICATION_FAILED)
}

/// What stands behind the `?` of a call.
pub(super) fn query(outgoing: &Outgoing) -> &str {
    outgoing
        .target
        .split_once('?')
        .map_or("", |(_, query)| query)
}

fn charset(body: &[u8]) -> Charset {
    if body.starts_with(BYTE_ORDER_MARK) {
        Charset::ByteOrderMark
    } else if std::str::from_utf8(body).is_ok() {
        Charset::Utf8
    } else {
        Charset::Other
    }
}

/// The body's JSON; a wrong charset is a fault of its own and does not hide the object.
fn parse(body: &[u8], charset: Charset) -> Parsed {
    match charset {
        Charset::Utf8 => json::object(body),
        Charset::ByteOrderMark => json::object(&body[BYTE_ORDER_MARK.len()..]),
        Charset::Other => json::object(String::from_utf8_lossy(body).as_bytes()),
    }
}

fn outcome(answer: &ReceivedAnswer, object: Option<&Map<String, Value>>, ended: Ended) -> Outcome {
    if ended != Ended::Answered {
        return Outcome::NoAnswer;
    }
    if answer.too_large {
        return Outcome::Unreadable {
            why: Unreadable::TooLarge,
        };
    }
    if is_coded(&answer.headers) {
        return Outcome::Unreadable {
            why: Unreadable::Compressed,
        };
    }
    let Some(object) = object else {
        return Outcome::Unreadable {
            why: Unreadable::NotJson,
        };
    };
    match object.get("resultCode") {
        None | Some(Value::Null) => Outcome::Unreadable {
            why: Unreadable::CodeMissing,
        },
        Some(Value::String(text)) if text == code::SUCCESS => Outcome::Accepted,
        Some(Value::String(text)) if code::is_well_formed(text) => {
            Outcome::Refused { code: text.clone() }
        }
        Some(_) => Outcome::Unreadable {
            why: Unreadable::CodeMalformed,
        },
    }
}
