//! The progress of a check as server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch;

use super::progress::Progress;
use crate::app::App;
use crate::site::{Failure, Reader};

/// How often a page is told at most: a check makes hundreds of calls a second.
const PACE: Duration = Duration::from_millis(100);

/// What has been told, and what comes.
struct Telling {
    progress: watch::Receiver<Progress>,
    ends: watch::Receiver<bool>,
    app: App,
    is_first: bool,
}

pub(super) async fn live(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let check = app.running.find(id);
    let check =
        check.ok_or_else(|| Failure::absent("This check is not under way.").said(reader))?;
    let telling = Telling {
        progress: check.progress,
        ends: app.ends.subscribe(),
        app,
        is_first: true,
    };
    Ok(Sse::new(unfold(Some(telling), next)).keep_alive(KeepAlive::default()))
}

/// The next state that is told; the last one is that the check is over.
async fn next(telling: Option<Telling>) -> Option<(Result<Event, Infallible>, Option<Telling>)> {
    let mut telling = telling?;
    if !std::mem::take(&mut telling.is_first) {
        telling.app.settings.clock.sleep(PACE).await;
        tokio::select! {
            changed = telling.progress.changed() => changed.ok()?,
            _ = telling.ends.wait_for(|ends| *ends) => return None,
        }
    }
    let progress = telling.progress.borrow_and_update().clone();
    let event = Event::default()
        .event("progress")
        .json_data(&progress)
        .ok()?;
    Some((Ok(event), (!progress.over).then_some(telling)))
}
