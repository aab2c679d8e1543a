//! Checks. Their reports are at `/checks/{id}/files/{name}`, their progress as events at
//! `/checks/{id}/live`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use crate::app::App;
use crate::checks::{self, Choice};
use crate::store::Check;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(begin))
        .routes(routes!(show, remove))
        .routes(routes!(stop))
}

/// A check.
#[derive(Serialize, ToSchema)]
#[schema(as = Check)]
pub(super) struct Shown {
    id: i64,
    /// The address by its name at that time.
    name: String,
    url: String,
    profile: String,
    billing: String,
    /// When it began, as RFC 3339 has it.
    started: String,
    /// `under way`, `cut off`, or what it came to: pass, fail, nothing judged, unreachable, interrupted.
    standing: String,
    /// The verdict as a clause.
    headline: String,
    progress: Option<Progress>,
    /// Where its reports are; each format by its file's name.
    files: String,
}

/// How far a check is that is under way.
#[derive(Serialize, ToSchema)]
pub(super) struct Progress {
    scenarios: usize,
    done: usize,
    calls: u64,
    /// The rules that found something so far.
    found: Vec<String>,
}

fn shown(app: &App, check: Check) -> Shown {
    let progress = app.checks.progress(check.id);
    let standing = checks::standing(app, &check);
    Shown {
        standing: standing.word().to_owned(),
        headline: standing.headline().to_owned(),
        progress: progress.map(|progress| Progress {
            scenarios: progress.scenarios,
            done: progress.done,
            calls: progress.calls,
            found: progress.found,
        }),
        files: format!("/checks/{}/files/", check.id),
        id: check.id,
        name: check.begun.name,
        url: check.begun.url,
        profile: check.begun.profile,
        billing: check.begun.billing,
        started: check.begun.started,
    }
}

/// Lists the latest checks
#[utoipa::path(get, path = "/api/checks", operation_id = "listChecks", tag = "checks",
    responses((status = 200, body = Vec<Shown>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn list(State(app): State<App>) -> Result<Json<Vec<Shown>>, Problem> {
    let found = app.store.checks(checks::SHOWN).await?;
    Ok(Json(
        found.into_iter().map(|check| shown(&app, check)).collect(),
    ))
}

/// Begins a check of an address
#[utoipa::path(post, path = "/api/addresses/{id}/checks", operation_id = "beginCheck", tag = "checks", params(("id" = i64, Path)),
    request_body = Choice,
    responses((status = 202, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn begin(
    State(app): State<App>,
    At(id): At<i64>,
    Body(choice): Body<Choice>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let number = checks::begin(&app, id, &choice).await?;
    let check = checks::find(&app, number).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&app, check))))
}

/// Tells one check
#[utoipa::path(get, path = "/api/checks/{id}", operation_id = "showCheck", tag = "checks", params(("id" = i64, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(id): At<i64>) -> Result<Json<Shown>, Problem> {
    let check = checks::find(&app, id).await?;
    Ok(Json(shown(&app, check)))
}

/// Removes a check that is over
#[utoipa::path(delete, path = "/api/checks/{id}", operation_id = "removeCheck", tag = "checks", params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    checks::forget(&app, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks a check to stop: it finishes the call under way and releases what it bought
#[utoipa::path(post, path = "/api/checks/{id}/stop", operation_id = "stopCheck", tag = "checks", params(("id" = i64, Path)),
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn stop(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    checks::find(&app, id).await?;
    app.checks.stop(id);
    Ok(StatusCode::ACCEPTED)
}
