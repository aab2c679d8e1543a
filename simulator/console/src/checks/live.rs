//! The progress of a check as server-sent events.

use std::convert::Infallible;

use axum::extract::{Path, State};
use axum::response::sse::{Event, Sse};
use futures_util::Stream;

use super::one::find;
use crate::app::App;
use crate::site::{Failure, Reader, Said as _};
use crate::under_way::telling;

pub(super) async fn live(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    find(&app, id).await.said(reader)?;
    let check = app.checks.find(id);
    Ok(telling(app, check))
}
