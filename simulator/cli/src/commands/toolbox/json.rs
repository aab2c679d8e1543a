//! Workings for programs: one JSON object.

use galleria_protocol::mistake::Cause;
use serde_json::{Map, Value as Json, json};

use super::working::{Value, Verdict, Working};

/// All workings. `fits` is left out where nothing was looked at but something made.
pub(super) fn render(api: &str, workings: &[Working]) -> String {
    let mut object = Map::new();
    object.insert("api".to_owned(), json!(api));
    if workings.iter().any(|working| working.verdict.is_some()) {
        let fits = workings.iter().all(Working::fits);
        object.insert("fits".to_owned(), json!(fits));
    }
    let results: Vec<Json> = workings.iter().map(one).collect();
    object.insert("results".to_owned(), json!(results));
    format!("{:#}\n", Json::Object(object))
}

fn one(working: &Working) -> Json {
    let mut object = Map::new();
    object.insert("subject".to_owned(), json!(working.subject));
    for step in &working.steps {
        let value = match &step.value {
            Value::Text(text) => json!(text),
            Value::Nothing => Json::Null,
            Value::Count(count, _) => json!(count),
            Value::Pairs(pairs) => pairs
                .iter()
                .map(|(name, value)| json!({ "name": name, "value": value }))
                .collect(),
        };
        object.insert(step.name.to_owned(), value);
    }
    object.insert("notes".to_owned(), json!(working.notes));
    if let Some(verdict) = &working.verdict {
        object.insert("verdict".to_owned(), of_verdict(verdict));
    }
    Json::Object(object)
}

fn of_verdict(verdict: &Verdict) -> Json {
    let cause = verdict.cause.as_ref();
    json!({
        "fits": verdict.fits,
        "says": verdict.says,
        "cause": cause.map(ToString::to_string),
        "explanation": cause.map(Cause::explanation),
        "fix": verdict.advice(),
        "tried": verdict.tried,
    })
}
