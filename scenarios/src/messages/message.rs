//! One message.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use galleria_marketplace::market::NULL;
use galleria_marketplace::transcript::{Exchange, Outcome, REDACTED};
use galleria_protocol::params::Reading;
use galleria_protocol::{Params, query_signature, token};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::caller::Caller;

/// One order, or one change of it, whose delivery failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Message {
    /// The version of this format.
    pub format: u32,
    /// Whether it is delivered by now.
    pub state: MessageState,
    /// The activity as sent.
    pub activity: String,
    /// The rule book by which it was sent.
    pub profile: String,
    /// The production address.
    pub address: String,
    /// What was sent, neither dated nor signed.
    pub parameters: IndexMap<String, String>,
    /// The calls, in their order.
    #[serde(rename = "call")]
    pub calls: Vec<CallTold>,
}

/// Whether a message is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessageState {
    /// No call has succeeded.
    Failed,
    /// A later call has succeeded.
    Delivered,
}

/// One call of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CallTold {
    /// When it was made, in UTC.
    pub at: String,
    /// What came of it: 异常信息 of the seller centre.
    pub came: String,
}

/// What dates and signs a call; it is made anew at each.
const DATED: [&str; 6] = [
    token::PARAMETER,
    "timeStamp",
    query_signature::SIGNATURE,
    query_signature::TIMESTAMP,
    query_signature::NONCE,
    "businessId",
];

impl Message {
    /// The version of the format.
    pub const FORMAT: u32 = 1;

    /// The message of a call that failed; `None` where a secret was taken out of what was sent, so that
    /// it cannot be sent again.
    pub fn of(call: &Exchange, profile: &str, started: DateTime<Utc>) -> Option<Self> {
        let parameters = sent(call)?;
        if parameters.values().any(|value| value.contains(REDACTED)) {
            return None;
        }
        let (path, _) = call.request.target.split_once('?')?;
        Some(Self {
            format: Self::FORMAT,
            state: MessageState::Failed,
            activity: call.intent.activity.clone(),
            profile: profile.to_owned(),
            address: format!("{}{path}", call.request.origin),
            parameters,
            calls: vec![CallTold::of(call, started)],
        })
    }

    /// Notes a further call of it.
    pub fn note(&mut self, call: &Exchange, started: DateTime<Utc>) {
        self.calls.push(CallTold::of(call, started));
        if call.is_accepted() || call.is_pending() {
            self.state = MessageState::Delivered;
        }
    }

    /// What is sent when the delivery is made again by hand: the same order with another business id.
    fn params(&self, business_id: String) -> Params {
        let mut params: Params = self
            .parameters
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if !business_id.is_empty() && self.activity == "newInstance" {
            params.set("businessId", business_id);
        }
        params
    }

    /// Delivers it again by hand, and notes what came of it.
    pub async fn deliver_again(&mut self, caller: &mut Caller) -> Exchange {
        let business_id = caller.mint().business_id();
        let dating = caller.date();
        let call = caller.call(&self.params(business_id), dating).await;
        self.note(&call, caller.clock().started());
        call
    }

    /// What it is about: the order, or the instance where the call names no order.
    pub fn about(&self) -> &str {
        let named = ["orderId", "instanceId"];
        let mut values = named.iter().filter_map(|name| self.parameters.get(*name));
        values.next().map_or("", String::as_str)
    }
}

impl CallTold {
    fn of(call: &Exchange, started: DateTime<Utc>) -> Self {
        let begun = i64::try_from(call.timings.started_us).unwrap_or_default();
        let at = started + TimeDelta::microseconds(begun);
        Self {
            at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
            came: came(call),
        }
    }
}

/// What came of a call, with what the seller said.
fn came(call: &Exchange) -> String {
    let message = || {
        let object = call.response.as_ref()?.object()?;
        object.get("resultMsg")?.as_str()
    };
    match call.outcome() {
        Outcome::Accepted => "accepted".to_owned(),
        Outcome::Pending => "being made (000004)".to_owned(),
        Outcome::Refused { code } => {
            format!("refused with {code}: {}", message().unwrap_or_default())
        }
        Outcome::Unreadable { .. } => "the answer cannot be read".to_owned(),
        Outcome::NoAnswer => {
            let ended = serde_json::to_value(call.ended).unwrap_or_default();
            let ended = ended.as_str().unwrap_or_default();
            match &call.detail {
                Some(detail) => format!("{ended}: {detail}"),
                None => ended.to_owned(),
            }
        }
    }
}

/// The parameters or members of a call, without what dates and signs it.
fn sent(call: &Exchange) -> Option<IndexMap<String, String>> {
    let pairs: Vec<(String, String)> = if let Some(body) = &call.request.body {
        let members: Map<String, Value> = serde_json::from_str(body).ok()?;
        let text = |value| match value {
            Value::String(text) => text,
            Value::Null => NULL.to_owned(),
            other => other.to_string(),
        };
        members
            .into_iter()
            .map(|(name, value)| (name, text(value)))
            .collect()
    } else {
        let (_, query) = call.request.target.split_once('?')?;
        let params = Params::parse(query, Reading::Form);
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        params.iter().map(owned).collect()
    };
    let kept = pairs.into_iter();
    Some(
        kept.filter(|(name, _)| !DATED.contains(&name.as_str()))
            .collect(),
    )
}
