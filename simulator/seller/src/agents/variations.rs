//! Backends that are unusual, and lawful.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::gateway::token::Unverified;
use galleria_protocol::gateway::usage::Metered;
use http::StatusCode;
use serde_json::{Value, json};

use super::admission::Refused;
use super::table::sellers;
use super::work;
use crate::Entry;
use crate::agents::{AgentReference, Customer};

/// All of them.
pub fn all() -> &'static [Entry] {
    ENTRIES
}

/// The one of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

sellers! {
    "agent-token-without-scheme", "Takes a token that stands alone in its header.", Alone {
        fn token<'a>(&self, given: &'a str) -> Option<&'a str> {
            (!given.starts_with("Bearer ")).then_some(given)
        }
    }
    "agent-token-behind-bearer", "Takes a token behind the word Bearer.", Bearer {
        fn token<'a>(&self, given: &'a str) -> Option<&'a str> {
            given.strip_prefix("Bearer ")
        }
    }
    "agent-refuses-with-200", "Refuses with status 200 and a code of its own.", Status200 {
        fn refusal(&self, _: Refused) -> Response {
            work::json(StatusCode::OK, &json!({ "code": 401, "message": "unauthorized" }))
        }
    }
    "agent-refuses-with-403", "Refuses with a page of status 403.", Status403 {
        fn refusal(&self, _: Refused) -> Response {
            (StatusCode::FORBIDDEN, "<h1>Forbidden</h1>").into_response()
        }
    }
    "agent-window-of-ten-minutes", "Takes a token for ten minutes to either side.", TenMinutes {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            let made = token.timestamp().unwrap_or_default();
            (now.timestamp_millis() - made).abs() <= TimeDelta::minutes(10).num_milliseconds()
        }
    }
    "agent-token-taken-once", "Takes every token once.", Once(Mutex<BTreeSet<String>>) {
        fn is_first_use(&self, token: &str) -> bool {
            let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            used.insert(token.to_owned())
        }
    }
    "agent-greets-its-customer", "Greets the customer whom it serves.", Greets {
        fn text(&self, customer: &Customer) -> String {
            format!("Hello, {}. {}", customer.name, AgentReference.text(customer))
        }
    }
    "agent-tokens-in-and-out", "Tells input_tokens and output_tokens.", InAndOut {
        fn figures(&self, _: Metered) -> Value {
            json!({ "input_tokens": 31, "output_tokens": 217 })
        }
    }
    "agent-usage-with-details", "Tells further members of usage.", Details {
        fn figures(&self, metered: Metered) -> Value {
            let mut figures = AgentReference.figures(metered);
            figures["prompt_tokens_details"] = json!({ "cached_tokens": 0 });
            figures
        }
    }
    "agent-stream-usage-in-every-event", "Tells in every event of a stream what was used so far.", EveryEvent {
        fn events(&self, metered: Metered, text: &str, figures: Value) -> Vec<Value> {
            let words = text.split_inclusive(' ');
            words.map(|word| work::event(metered, word, figures.clone())).collect()
        }
    }
}
