//! Style and script, which are part of the binary.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use galleria_reports::STYLE as OF_REPORTS;

/// Where they are.
pub(crate) const PREFIX: &str = "/assets/";

/// The report's style, so that both look alike, and what the console adds.
static STYLE: LazyLock<String> =
    LazyLock::new(|| [OF_REPORTS, include_str!("../../assets/console.css")].concat());

/// One of them.
pub(super) async fn asset(Path(name): Path<String>) -> Response {
    let (kind, text): (_, &'static str) = match name.as_str() {
        "style.css" => ("text/css; charset=utf-8", &STYLE),
        "icon.svg" => ("image/svg+xml", include_str!("../../assets/icon.svg")),
        "live.js" => (
            "text/javascript; charset=utf-8",
            include_str!("../../assets/live.js"),
        ),
        "poll.js" => (
            "text/javascript; charset=utf-8",
            include_str!("../../assets/poll.js"),
        ),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], text).into_response()
}
