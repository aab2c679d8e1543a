//! One campaign.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::Stream;

use super::list::standing;
use super::progress::Progress;
use crate::app::App;
use crate::reports;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Campaign, Events, Failing};
use crate::under_way::{Standing, telling};

#[derive(Template)]
#[template(path = "campaigns/one.html")]
struct Page {
    frame: Frame,
    campaign: Campaign,
    standing: Standing,
    /// Where it is under way.
    progress: Option<Progress>,
    failures: Vec<Failing>,
    files: Vec<&'static str>,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    // First, so that one that ends between the two looks is over.
    let progress = app.campaigns.progress(id);
    let campaign = find(&app, id).await.said(reader)?;
    let failures = app.store.failures(id).await.said(reader)?;
    reader.page(|frame| Page {
        frame,
        standing: standing(&app, &campaign),
        campaign,
        progress,
        failures,
        files: reports::names(),
    })
}

/// The campaign of that number.
pub(crate) async fn find(app: &App, id: i64) -> Result<Campaign, Failure> {
    let found = app.store.campaign(id).await?;
    found.ok_or_else(|| Failure::absent("There is no such campaign."))
}

/// Removes a campaign that is over.
pub(crate) async fn forget(app: &App, id: i64) -> Result<(), Failure> {
    find(app, id).await?;
    if app.campaigns.find(id).is_some() {
        let told = "The campaign is under way: stop it first.";
        return Err(Failure::new(StatusCode::CONFLICT, told));
    }
    app.store.remove_campaign(id).await?;
    Ok(())
}

pub(super) async fn live(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    find(&app, id).await.said(reader)?;
    let campaign = app.campaigns.find(id);
    Ok(telling(app, campaign))
}

pub(super) async fn stop(State(app): State<App>, Path(id): Path<i64>) -> Response {
    app.campaigns.stop(id);
    Redirect::to(&format!("/campaigns/{id}")).into_response()
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    forget(&app, id).await.said(reader)?;
    Ok(Redirect::to("/campaigns").into_response())
}

pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((id, name)): Path<(i64, String)>,
) -> Result<Response, Failure> {
    find(&app, id).await.said(reader)?;
    let lines = app.store.record(Events::Campaigns, id).await.said(reader)?;
    reports::drawn(reader, &name, lines)
}
