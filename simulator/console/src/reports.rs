//! The reports of a check or a campaign, drawn from its record when they are asked for.

use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use galleria_reports::RunReport;
use galleria_reports::formats::{self, Format};
use galleria_scenarios::record;

use crate::guard::SANDBOX;
use crate::site::{Failure, Reader, Said as _};

/// The record itself.
const RECORD: &str = "record.jsonl";

/// The files of all formats.
pub(crate) fn names() -> Vec<&'static str> {
    let all = formats::ALL.iter();
    all.map(|format| format.file_name()).collect()
}

/// What came of what was recorded.
pub(crate) fn folded(lines: &[u8]) -> Result<RunReport, Failure> {
    if lines.is_empty() {
        return Ok(RunReport::default());
    }
    let recorded = record::read(lines);
    let recorded = recorded.map_err(|error| Failure::absent(error.to_string()))?;
    Ok(RunReport::from_events(&recorded.events))
}

/// The file of that name, in the language of whoever asks.
pub(crate) fn drawn(reader: Reader, name: &str, lines: Vec<u8>) -> Result<Response, Failure> {
    if name == RECORD {
        return Ok(sent("application/x-ndjson", RECORD, lines));
    }
    let format = formats::ALL
        .iter()
        .find(|format| format.file_name() == name);
    let format = format
        .ok_or_else(|| Failure::absent(format!("There is no report `{name}`.")).said(reader))?;
    let report = folded(&lines).said(reader)?;
    let bytes = reader.lang.speaking(|| format.render(&report));
    let bytes = bytes
        .map_err(|error| Failure::new(StatusCode::CONFLICT, error.to_string()).said(reader))?;
    Ok(sent(kind(*format), format.file_name(), bytes))
}

/// A file of the user's own, which the browser keeps.
pub(crate) fn kept(name: &str, text: String) -> Response {
    let mut response = sent("application/toml", name, text.into_bytes());
    let told = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = HeaderValue::from_str(&told) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    response
}

fn kind(format: &dyn Format) -> &'static str {
    match format.name() {
        "html" => "text/html; charset=utf-8",
        "json" | "sarif" | "har" | "badge" => "application/json",
        "junit" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

fn sent(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = ([(CONTENT_TYPE, kind)], bytes).into_response();
    let headers = response.headers_mut();
    // A report has a policy of its own for its style and script, and is no part of the console's origin.
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}
