//! What an agent answers.

use std::fmt::Write as _;

use axum::response::{IntoResponse, Response};
use galleria_protocol::gateway::usage::Metered;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use super::behaviour::AgentBehaviour;
use super::desk::Arrival;

/// Does the work, and tells what it costs.
pub(super) fn done(behaviour: &dyn AgentBehaviour, arrival: &Arrival) -> Response {
    let metered = arrival.metered;
    let text = behaviour.text(&arrival.customer);
    let figures = behaviour.figures(metered);
    let mut response = if arrival.stream {
        let events = behaviour.events(metered, &text, figures);
        let kind = behaviour.stream_type();
        ([(CONTENT_TYPE, kind)], written(&events)).into_response()
    } else {
        json(StatusCode::OK, &behaviour.body(metered, text, figures))
    };
    let wire = behaviour.wire(arrival.stream);
    response.extensions_mut().insert(wire);
    response
}

/// The events as lines of a stream, with the end that clients wait for.
fn written(events: &[Value]) -> String {
    let mut text = String::new();
    for event in events {
        let _ = write!(text, "data: {event}\n\n");
    }
    text.push_str("data: [DONE]\n\n");
    text
}

/// An answer of JSON.
pub(super) fn json(status: StatusCode, body: &Value) -> Response {
    let kind = "application/json;charset=utf-8";
    (status, [(CONTENT_TYPE, kind)], body.to_string()).into_response()
}

/// What the answers of this seller are billed by.
pub(super) fn figures(metered: Metered) -> Value {
    match metered {
        Metered::Tokens => {
            json!({ "completion_tokens": 217, "prompt_tokens": 31, "total_tokens": 248 })
        }
        Metered::Images => json!({ "image_count": 2 }),
        Metered::Video => json!({ "video_duration": 12.5 }),
        Metered::Transcription => json!({ "content_duration_in_milliseconds": 41_500 }),
        Metered::Nothing => Value::Null,
    }
}

/// One event of a stream; the object of what is billed is null until the end.
pub(super) fn event(metered: Metered, word: &str, figures: Value) -> Value {
    let mut event = Map::new();
    event.insert("data".to_owned(), Value::String(word.to_owned()));
    if let Some(object) = metered.object() {
        event.insert(object.to_owned(), figures);
    }
    Value::Object(event)
}

/// Every word, and at the end what is billed.
pub(super) fn events(metered: Metered, text: &str, figures: Value) -> Vec<Value> {
    let words = text.split_inclusive(' ');
    let mut all: Vec<Value> = words
        .map(|word| event(metered, word, Value::Null))
        .collect();
    all.push(event(metered, "", figures));
    all
}
