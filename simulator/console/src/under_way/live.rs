//! How far work is, as server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch;

use super::{Progress, UnderWay};
use crate::app::App;

/// How often a page is told at most: a check makes hundreds of calls a second.
const PACE: Duration = Duration::from_millis(100);

/// What has been told, and what comes.
struct Telling<P> {
    progress: watch::Receiver<P>,
    ends: watch::Receiver<bool>,
    app: App,
    is_first: bool,
}

/// Tells how far one is until it is over; one that is not under way ended before its page asked.
pub(crate) fn telling<P: Progress>(
    app: App,
    one: Option<UnderWay<P>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let telling = Telling {
        progress: one.map_or_else(ended, |one| one.progress),
        ends: app.ends.subscribe(),
        app,
        is_first: true,
    };
    Sse::new(unfold(Some(telling), next)).keep_alive(KeepAlive::default())
}

/// The progress of one that is over.
fn ended<P: Progress>() -> watch::Receiver<P> {
    let mut over = P::default();
    over.end();
    watch::channel(over).1
}

/// The next state that is told; the last one is that it is over.
async fn next<P: Progress>(
    telling: Option<Telling<P>>,
) -> Option<(Result<Event, Infallible>, Option<Telling<P>>)> {
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
    Some((Ok(event), (!progress.is_over()).then_some(telling)))
}
