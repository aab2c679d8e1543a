//! How a failure is told to programs [RFC 9457].

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::site::Failure;
use crate::store::StoreError;

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// The status of the answer.
    status: u16,
    /// What the status is called.
    title: &'static str,
    /// What happened, and what to do.
    detail: String,
}

impl Problem {
    pub(super) fn of(failure: &Failure) -> Self {
        let status = failure.status();
        Self {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or("Failure"),
            detail: failure.told().to_owned(),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::of(&failure)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Failure::from(error).into()
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        Failure::new(rejection.status(), rejection.body_text()).into()
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Failure::new(rejection.status(), rejection.body_text()).into()
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Failure::new(rejection.status(), rejection.body_text()).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = axum::http::StatusCode::from_u16(self.status);
        let status = status.unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
