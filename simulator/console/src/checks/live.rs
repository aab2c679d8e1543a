//! The progress of a check as server-sent events.

use std::convert::Infallible;

use axum::extract::{Path, State};
use axum::response::sse::{Event, Sse};
use futures_util::Stream;

use crate::app::App;
use crate::site::{Failure, Reader};
use crate::under_way::telling;

pub(super) async fn live(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let check = app.checks.find(id);
    let check =
        check.ok_or_else(|| Failure::absent("This check is not under way.").said(reader))?;
    Ok(telling(app, check))
}
