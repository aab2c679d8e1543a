//! A call as an entry of the archive. Times are in milliseconds.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use galleria_scenarios::transcript::{Answer, Exchange, SentRequest};
use galleria_scenarios::{Header, Timings};
use serde_json::{Value, json};

use crate::words::{came_of, role};

/// galleria speaks HTTP/1.1 and nothing else.
const VERSION: &str = "HTTP/1.1";

/// The entry of a call in a run that began then.
pub(super) fn of(exchange: &Exchange, started: DateTime<Utc>) -> Value {
    json!({
        "pageref": exchange.scenario,
        "startedDateTime": moment(started, exchange.timings.started_us),
        "time": ms(exchange.timings.last_byte_us),
        "request": request(&exchange.request),
        "response": response(exchange.response.as_ref()),
        "cache": {},
        "timings": timings(exchange.timings),
        "comment": format!(
            "call {}, {} step {}{}: {}",
            exchange.id,
            exchange.scenario,
            exchange.step,
            role(exchange).map_or_else(String::new, |role| format!(", {role}")),
            came_of(exchange)
        ),
    })
}

/// A moment so many microseconds behind the start of the run.
pub(super) fn moment(started: DateTime<Utc>, us: u64) -> String {
    let behind = TimeDelta::microseconds(i64::try_from(us).unwrap_or(i64::MAX));
    let at = started.checked_add_signed(behind).unwrap_or(started);
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

fn request(request: &SentRequest) -> Value {
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    let query: Vec<Value> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let mut told = json!({
        "method": request.method,
        "url": request.url(),
        "httpVersion": VERSION,
        "cookies": [],
        "headers": headers(&request.headers),
        "queryString": query,
        "headersSize": -1,
        "bodySize": request.body.as_ref().map_or(0, String::len),
    });
    if let Some(body) = &request.body {
        told["postData"] = json!({ "mimeType": kind(&request.headers), "text": body });
    }
    told
}

/// An answer that did not come has the status 0, as browsers write it.
fn response(answer: Option<&Answer>) -> Value {
    let Some(answer) = answer else {
        return json!({
            "status": 0,
            "statusText": "",
            "httpVersion": VERSION,
            "cookies": [],
            "headers": [],
            "content": { "size": 0, "mimeType": "x-unknown" },
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
        });
    };
    let mut words = answer.status_line.splitn(3, ' ');
    let version = words.next().filter(|word| word.starts_with("HTTP/"));
    let said = words.nth(1).unwrap_or_default();
    let mut content = json!({
        "size": answer.body.bytes,
        "mimeType": kind(&answer.headers),
        "text": answer.body.text,
    });
    if answer.body.cut || answer.body.too_large {
        content["comment"] = "the text is shorter than what was received".into();
    }
    json!({
        "status": answer.status,
        "statusText": said,
        "httpVersion": version.unwrap_or(VERSION),
        "cookies": [],
        "headers": headers(&answer.headers),
        "content": content,
        "redirectURL": answer.header("Location").unwrap_or_default(),
        "headersSize": -1,
        "bodySize": answer.body.bytes,
    })
}

fn headers(headers: &[Header]) -> Vec<Value> {
    let header = |header: &Header| json!({ "name": header.name, "value": header.value });
    headers.iter().map(header).collect()
}

fn kind(headers: &[Header]) -> &str {
    let named = headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("Content-Type"));
    named.map_or("x-unknown", |header| header.value.as_str())
}

/// `connect` holds `ssl`, and -1 stands for what there was not.
fn timings(timings: Timings) -> Value {
    let total = timings.last_byte_us;
    let tls = timings.tls_us.unwrap_or(0);
    let connected = timings
        .connect_us
        .map_or(0, |connect| connect + tls)
        .min(total);
    let first = timings
        .first_byte_us
        .unwrap_or(total)
        .clamp(connected, total);
    let there = |us: Option<u64>| us.map_or(-1.0, ms);
    json!({
        "blocked": -1,
        "dns": -1,
        "connect": there(timings.connect_us.map(|_| connected)),
        "ssl": there(timings.tls_us),
        "send": 0,
        "wait": ms(first - connected),
        "receive": ms(total - first),
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a run is shorter than the 285 years at which microseconds are lost"
)]
fn ms(us: u64) -> f64 {
    us as f64 / 1000.0
}
