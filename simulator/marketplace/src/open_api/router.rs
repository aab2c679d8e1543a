//! The desk over HTTP.

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode, Uri};
use tokio::net::TcpListener;

use super::desk::Desk;
use crate::arrived::arrived;

/// The largest body that is read: licences are uploaded as files.
const LARGEST: usize = 32 << 20;

impl Desk {
    /// The desk as an axum router: whatever comes is answered and kept, also what no API is for.
    pub fn router(&self) -> Router {
        Router::new()
            .fallback(answer)
            .layer(DefaultBodyLimit::max(LARGEST))
            .with_state(self.clone())
    }

    /// Serves the desk at a listening socket until the task is dropped.
    pub async fn serve(self, listener: TcpListener) {
        // It never ends of itself, and no error is handed out: axum goes on after one.
        let _ = axum::serve(listener, self.router()).await;
    }
}

async fn answer(
    State(desk): State<Desk>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = desk.answer(&arrived(&method, &uri, &headers, &body));
    let status = StatusCode::from_u16(answered.status);
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let form = [(CONTENT_TYPE, "application/json;charset=UTF-8")];
    (status, form, answered.body).into_response()
}
