//! The activation and the query of licence codes, and what answers them [licence §3.2].

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::Call;
use galleria_protocol::v2::licence_code::{CodeAnswer, CodeInfo, LONGEST};
use galleria_protocol::v2::open_api::{self, OpenApiCode};
use serde_json::{Map, Value, json};

use super::call_back::{Flaw, Wish};
use super::codes::{Codes, Held};
use super::query::Answered;

/// How moments are written, in UTC.
const FORM: &str = "%Y%m%d%H%M%S";
/// So far the clocks of marketplace and software may be apart.
const APART: TimeDelta = TimeDelta::seconds(60);

/// What became of a call about licence codes.
pub(super) struct Told {
    pub(super) scenario: Option<String>,
    /// The code that it is about, where it names one that is known.
    pub(super) code: Option<String>,
    pub(super) flaw: Option<Flaw>,
    pub(super) answered: Answered,
}

/// What is refused, with what and why.
type Refused = (&'static OpenApiCode, Flaw);

/// Answers a call that is signed as it must be.
pub(super) fn told(call: &Call, wish: Wish, codes: &mut Codes, now: DateTime<Utc>) -> Told {
    let read = members(call);
    let named = read.as_ref().ok().and_then(|body| named(body, codes));
    let scenario = named.as_deref().and_then(|code| codes.get(code));
    let scenario = scenario.map(|held| held.scenario.clone());
    let done = read.and_then(|body| match wish {
        Wish::CodeActivation => activate(&body, codes, now),
        Wish::CodeQuery => query(&body, codes, now),
        _ => batch(&body, wish, codes, now),
    });
    let (answered, flaw) = match done {
        Ok(data) => (answer(&open_api::LICENCE_SUCCESS, Some(data)), None),
        Err((code, flaw)) => (answer(code, None), Some(flaw)),
    };
    Told {
        scenario,
        code: named,
        flaw,
        answered,
    }
}

fn answer(code: &OpenApiCode, data: Option<Value>) -> Answered {
    Answered {
        status: code.status,
        body: json!(CodeAnswer::of(code, data)).to_string(),
    }
}

/// The members of a call that can be read at all.
fn members(call: &Call) -> Result<Map<String, Value>, Refused> {
    let form = |code, error: String| Err((code, Flaw::CodeForm { error }));
    if call.method != "POST" {
        let error = format!("the method is {}", call.method);
        return form(&open_api::LICENCE_METHOD, error);
    }
    let kind = call.header("content-type").next().unwrap_or("nothing");
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        let error = format!("Content-Type is {kind}");
        return form(&open_api::LICENCE_MEDIA_TYPE, error);
    }
    match serde_json::from_slice(&call.body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => form(
            &open_api::LICENCE_BODY,
            "the body is no JSON object".to_owned(),
        ),
        Err(error) => form(
            &open_api::LICENCE_BODY,
            format!("the body is no JSON: {error}"),
        ),
    }
}

/// A code that is known, wherever a body names it.
fn named(body: &Map<String, Value>, codes: &Codes) -> Option<String> {
    let mut texts = Vec::new();
    for value in body.values() {
        gather(value, &mut texts);
    }
    let mut texts = texts.into_iter();
    texts.find(|text| codes.get(text).is_some())
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => {
            for value in values {
                gather(value, texts);
            }
        }
        Value::Object(members) => {
            for value in members.values() {
                gather(value, texts);
            }
        }
        _ => {}
    }
}

/// The code that a call is about.
fn held<'c>(body: &Map<String, Value>, codes: &'c mut Codes) -> Result<&'c mut Held, Refused> {
    let wrong = |error: &str| {
        let error = error.to_owned();
        (&open_api::LICENCE_INVALID, Flaw::CodeParameter { error })
    };
    let license = match body.get("license") {
        None | Some(Value::Null) => return Err(wrong("license is missing")),
        Some(Value::String(text)) if text.is_empty() => return Err(wrong("license is empty")),
        Some(Value::String(text)) => text,
        Some(_) => return Err(wrong("license is no text")),
    };
    if license.chars().count() > LONGEST {
        return Err(wrong("license is longer than 64 characters"));
    }
    let told = license.clone();
    let unknown = (&open_api::LICENCE_UNKNOWN, Flaw::UnknownCode { told });
    codes.get_mut(license).ok_or(unknown)
}

fn activate(
    body: &Map<String, Value>,
    codes: &mut Codes,
    now: DateTime<Utc>,
) -> Result<Value, Refused> {
    let held = held(body, codes)?;
    effective(body, held)?;
    if held.released {
        return Err(state("released"));
    }
    if held.activated.is_some() {
        return Err(state("activated"));
    }
    held.activated = Some(now);
    Ok(json!({ "license_code_info": json!(info(held, now)).to_string() }))
}

fn state(state: &str) -> Refused {
    let state = state.to_owned();
    (&open_api::LICENCE_STATE, Flaw::CodeState { state })
}

/// Reads from when on a code is to hold, where that is told.
fn effective(body: &Map<String, Value>, held: &Held) -> Result<(), Refused> {
    let invalid = |flaw| (&open_api::LICENCE_INVALID, flaw);
    let told = match body.get("real_effect_time") {
        None | Some(Value::Null) => return Ok(()),
        Some(Value::String(told)) if told.is_empty() => return Ok(()),
        Some(Value::String(told)) => told.clone(),
        Some(other) => other.to_string(),
    };
    let Ok(moment) = NaiveDateTime::parse_from_str(&told, FORM) else {
        let error = format!("real_effect_time is {told}, no yyyyMMddHHmmss");
        return Err(invalid(Flaw::CodeParameter { error }));
    };
    let ordered = held.code.ordered;
    if moment.and_utc() + APART < ordered {
        return Err(invalid(Flaw::BeforeOrder { told, ordered }));
    }
    Ok(())
}

fn query(
    body: &Map<String, Value>,
    codes: &mut Codes,
    now: DateTime<Utc>,
) -> Result<Value, Refused> {
    let held = held(body, codes)?;
    let Some(activated) = held.activated else {
        let state = "not activated".to_owned();
        return Err((&open_api::LICENCE_NOT_ACTIVATED, Flaw::CodeState { state }));
    };
    Ok(json!({
        "license_code": held.code.code,
        "status": held.status(now),
        "activate_time": activated.format(FORM).to_string(),
    }))
}

/// Several codes at once: no page tells the body, so that only what it names is looked at.
fn batch(
    body: &Map<String, Value>,
    wish: Wish,
    codes: &mut Codes,
    now: DateTime<Utc>,
) -> Result<Value, Refused> {
    let mut texts = Vec::new();
    for value in body.values() {
        gather(value, &mut texts);
    }
    let mut told = Vec::new();
    for text in texts {
        let Some(held) = codes.get_mut(&text) else {
            continue;
        };
        if wish == Wish::CodeBatch && held.activated.is_none() && !held.released {
            held.activated = Some(now);
        }
        told.push(json!({ "license_code": text, "status": held.status(now) }));
    }
    if told.is_empty() {
        let told = "a batch without a code that is known".to_owned();
        return Err((&open_api::LICENCE_BATCH, Flaw::UnknownCode { told }));
    }
    Ok(json!({ "license_code_info": Value::from(told).to_string() }))
}

fn info(held: &Held, now: DateTime<Utc>) -> CodeInfo {
    CodeInfo {
        status: held.status(now),
        expire_time: held.code.expires.format(FORM).to_string(),
        product_id: held.code.product_id.clone(),
        order_id: held.code.order_id.clone(),
        amount: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::codes::LicenceCode;
    use super::*;

    fn books() -> (Codes, DateTime<Utc>) {
        let now = DateTime::from_timestamp(1_767_225_600, 0).unwrap();
        let mut codes = Codes::default();
        let code = LicenceCode {
            code: "C1".to_owned(),
            order_id: "O".to_owned(),
            product_id: "P".to_owned(),
            ordered: now,
            expires: now + TimeDelta::days(365),
        };
        codes.file("s", code);
        (codes, now)
    }

    fn call(method: &str, kind: &str, body: &str) -> Call {
        Call {
            method: method.to_owned(),
            path: String::new(),
            query: String::new(),
            headers: vec![("Content-Type".to_owned(), kind.to_owned())],
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn a_code_is_activated_once_and_asked_about_then() {
        let (mut codes, now) = books();
        let json = "application/json; charset=utf-8";
        let mut answered = |wish, body: &str| {
            let told = told(&call("POST", json, body), wish, &mut codes, now);
            let answer: CodeAnswer = serde_json::from_str(&told.answered.body).unwrap();
            answer.error_code
        };
        let (activate, query) = (Wish::CodeActivation, Wish::CodeQuery);
        assert_eq!(answered(query, r#"{"license":"C1"}"#), "92020011");
        let early = r#"{"license":"C1","real_effect_time":"20251231000000"}"#;
        assert_eq!(answered(activate, early), "92020002");
        let late = r#"{"license":"C1","real_effect_time":"20260101000000"}"#;
        assert_eq!(answered(activate, late), "92020000");
        assert_eq!(answered(activate, r#"{"license":"C1"}"#), "92020003");
        assert_eq!(answered(query, r#"{"license":"C1"}"#), "92020000");
        assert_eq!(answered(query, r#"{"license":"C2"}"#), "92020005");
        assert_eq!(answered(query, r#"{"code":"C1"}"#), "92020002");
        assert_eq!(answered(query, "C1"), "95000004");
    }

    #[test]
    fn a_batch_is_read_wherever_it_names_its_codes() {
        let (mut codes, now) = books();
        let body = r#"{"license_list":[{"license":"C1"}]}"#;
        let call = call("POST", "application/json", body);
        let told = told(&call, Wish::CodeBatch, &mut codes, now);
        assert_eq!(told.flaw, None);
        assert!(codes.get("C1").unwrap().activated.is_some());
    }

    #[test]
    fn methods_and_forms_are_told_by_their_status() {
        let (mut codes, now) = books();
        for (method, kind, status) in [
            ("GET", "application/json", 405),
            ("POST", "text/plain", 415),
        ] {
            let call = call(method, kind, r#"{"license":"C1"}"#);
            let told = told(&call, Wish::CodeActivation, &mut codes, now);
            assert_eq!(told.answered.status, status);
        }
    }
}
