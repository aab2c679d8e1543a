//! Reading a call: what cannot be read is told as a problem.

use axum::extract::{FromRequest, FromRequestParts};

use super::problem::Problem;

/// A body of JSON.
#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(Problem))]
pub(super) struct Body<T>(pub(super) T);

/// The parameters in the path.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub(super) struct At<T>(pub(super) T);

/// The parameters in the query.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub(super) struct Asked<T>(pub(super) T);
