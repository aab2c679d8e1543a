//! Every decision about a call of the gateway, one method each.

use std::fmt;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use galleria_protocol::gateway::token::{Algorithm, Unverified};
use galleria_protocol::gateway::usage::Metered;
use galleria_protocol::sdk_hmac::SecretKey;
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::admission::Refused;
use super::config::AgentConfig;
use super::desk::Customer;
use super::work;
use crate::Behaviour;
use crate::wire::Wire;

/// How a backend of agents decides. The default methods are the right ones.
pub trait AgentBehaviour: fmt::Debug + Send + Sync {
    /// The token in the header, with the scheme before it or without: the pages do not tell.
    fn token<'a>(&self, given: &'a str) -> Option<&'a str> {
        Some(given.strip_prefix("Bearer ").unwrap_or(given))
    }

    /// What becomes of a call that shows nothing.
    fn without_credential(&self, _own: bool) -> Result<(), Refused> {
        Err(Refused::Missing)
    }

    /// The SK of the AK that a token tells.
    fn secret_of(&self, config: &AgentConfig, api_key: &str) -> Option<SecretKey> {
        config.secret_of(api_key)
    }

    /// Whether a token is signed with that SK, by the algorithm that the pages name and no other.
    fn is_signed(&self, token: &Unverified, secret: &SecretKey) -> bool {
        token.names(Algorithm::Hs256) && token.is_signed(secret, Algorithm::Hs256)
    }

    /// Whether a token holds now.
    fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
        token.is_fresh(now)
    }

    /// Whether a token is taken that has members of which the pages do not tell: it is.
    fn knows_members(&self, _token: &Unverified) -> bool {
        true
    }

    /// Whether a token may be used again while it holds: nothing says that it may not.
    fn is_first_use(&self, _token: &str) -> bool {
        true
    }

    /// Whether the header of an authentication of its own is the gateway's.
    fn is_own(&self, config: &AgentConfig, given: &str) -> bool {
        given == config.own_value.expose()
    }

    /// The answer to whoever is not the gateway.
    fn refusal(&self, _why: Refused) -> Response {
        work::json(
            StatusCode::UNAUTHORIZED,
            &json!({ "error": "unauthorized" }),
        )
    }

    /// Whether that customer is served: everybody is whom the gateway calls for.
    fn takes_customer(&self, _customer: &Customer) -> bool {
        true
    }

    /// The answer for a customer who is not.
    fn customer_refused(&self) -> Response {
        StatusCode::FORBIDDEN.into_response()
    }

    /// How long the work takes.
    fn delay(&self) -> Duration {
        Duration::ZERO
    }

    /// What the agent says.
    fn text(&self, _customer: &Customer) -> String {
        "The capital of Jiangsu is Nanjing.".to_owned()
    }

    /// The figures that are billed, in the object that holds them.
    fn figures(&self, metered: Metered) -> Value {
        work::figures(metered)
    }

    /// The members of a whole answer: what the agent says, and at the top what is billed.
    fn body(&self, metered: Metered, text: String, figures: Value) -> Value {
        let mut body = Map::new();
        body.insert("data".to_owned(), Value::String(text));
        if let Some(object) = metered.object() {
            body.insert(object.to_owned(), figures);
        }
        Value::Object(body)
    }

    /// The events of a stream: the words one by one, and in the last one what is billed.
    fn events(&self, metered: Metered, text: &str, figures: Value) -> Vec<Value> {
        work::events(metered, text, figures)
    }

    /// The type of a stream.
    fn stream_type(&self) -> &'static str {
        "text/event-stream"
    }

    /// How an answer's bytes leave.
    fn wire(&self, _stream: bool) -> Wire {
        Wire::AsIs
    }
}

/// The backend that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct AgentReference;

impl AgentBehaviour for AgentReference {}

/// A seller that decides about agents in its own way, and is in all else the reference seller.
#[derive(Debug)]
pub struct Backend(pub Box<dyn AgentBehaviour>);

impl Behaviour for Backend {
    fn agents(&self) -> &dyn AgentBehaviour {
        &*self.0
    }
}
