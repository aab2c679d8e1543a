//! The reports of a check, drawn from its record when they are asked for.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use galleria_reports::formats::{self, Format};

use super::one::{find, report};
use crate::app::App;
use crate::guard::SANDBOX;
use crate::site::{Failure, Reader, Said as _};

/// The record itself.
const RECORD: &str = "record.jsonl";

pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((id, name)): Path<(i64, String)>,
) -> Result<Response, Failure> {
    find(&app, id).await.said(reader)?;
    if name == RECORD {
        let lines = app.store.record(id).await.said(reader)?;
        return Ok(sent("application/x-ndjson", RECORD, lines));
    }
    let format = formats::ALL
        .iter()
        .find(|format| format.file_name() == name);
    let format = format.ok_or_else(|| {
        Failure::absent(format!("There is no report `{name}` of a check.")).said(reader)
    })?;
    let report = report(&app, id).await.said(reader)?;
    let bytes = reader.lang.speaking(|| format.render(&report));
    let bytes = bytes
        .map_err(|error| Failure::new(StatusCode::CONFLICT, error.to_string()).said(reader))?;
    Ok(sent(kind(*format), format.file_name(), bytes))
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
