//! The centre over HTTP: each enterprise has an address of its own, as each has its domain.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use tokio::net::TcpListener;

use super::centre::Centre;
use super::client::TenantNumber;
use crate::arrived::arrived;

impl Centre {
    /// The centre as one enterprise sees it.
    pub fn router(&self, tenant: TenantNumber) -> Router {
        Router::new()
            .fallback(answer)
            .with_state((self.clone(), tenant))
    }

    /// Serves an enterprise at a listening socket until the task is dropped.
    pub async fn serve(self, tenant: TenantNumber, listener: TcpListener) {
        // It never ends of itself, and no error is handed out: axum goes on after one.
        let _ = axum::serve(listener, self.router(tenant)).await;
    }
}

async fn answer(
    State((centre, tenant)): State<(Centre, TenantNumber)>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = centre.answer(tenant, &arrived(&method, &uri, &headers, &body));
    let status = StatusCode::from_u16(answered.status);
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, answered.body).into_response();
    if let Ok(value) = HeaderValue::from_str(answered.content_type) {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    let cookie = answered.cookie.map(|cookie| HeaderValue::from_str(&cookie));
    if let Some(Ok(value)) = cookie {
        response.headers_mut().insert(SET_COOKIE, value);
    }
    let to = answered.location.map(|to| HeaderValue::from_str(&to));
    if let Some(Ok(value)) = to {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}
