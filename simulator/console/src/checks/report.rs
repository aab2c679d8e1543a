//! The reports of a check.

use axum::extract::{Path, State};
use axum::response::Response;

use super::one::find;
use crate::app::App;
use crate::reports;
use crate::site::{Failure, Reader, Said as _};
use crate::store::Events;

pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((id, name)): Path<(i64, String)>,
) -> Result<Response, Failure> {
    find(&app, id).await.said(reader)?;
    let lines = app.store.record(Events::Checks, id).await.said(reader)?;
    reports::drawn(reader, &name, lines)
}
