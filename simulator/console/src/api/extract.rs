//! Reading a call: what cannot be read is told as a problem.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::problem::Problem;
use crate::site::Failure;

/// A body of JSON: an object. Its members by position, as an array, are none, which serde would take.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(members) = Json::<Map<String, Value>>::from_request(request, state).await?;
        let told = serde_json::from_value(Value::Object(members));
        let wrong = |error: serde_json::Error| {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Failure::new(status, format!("The body cannot be read: {error}"))
        };
        Ok(Self(told.map_err(wrong)?))
    }
}

/// The parameters in the path.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub(super) struct At<T>(pub(super) T);

/// The parameters in the query.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub(super) struct Asked<T>(pub(super) T);
