//! Dial tests over days. Their reports are at `/dial-tests/{id}/files/{name}`, their progress as events at
//! `/dial-tests/{id}/live`.

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
use crate::dial_tests::{self, Outcome, Wish};
use crate::store::DialTest;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(begin))
        .routes(routes!(show, remove))
        .routes(routes!(stop))
}

/// A dial test over days.
#[derive(Serialize, ToSchema)]
#[schema(as = DialTest)]
pub(super) struct Shown {
    id: i64,
    /// The address by its name at that time.
    name: String,
    url: String,
    profile: String,
    billing: String,
    /// When it began, as RFC 3339 has it.
    started: String,
    days: u32,
    seed: i64,
    /// `under way`, `cut off`, or what it came to: pass, fail, unreachable, interrupted, not finished.
    standing: String,
    /// The verdict as a clause.
    headline: String,
    progress: Option<Progress>,
    /// Its days and cases, once it is over.
    outcome: Option<Outcome>,
    /// Where its reports are; each format by its file's name.
    files: String,
}

/// How far a dial test is that is under way.
#[derive(Serialize, ToSchema)]
#[schema(as = DialTestProgress)]
pub(super) struct Progress {
    /// How many calls there are.
    planned: usize,
    done: usize,
    failed: usize,
    /// The day of the last call.
    day: u32,
    /// How many days have a call that failed.
    failing_days: u32,
}

fn shown(app: &App, test: DialTest) -> Shown {
    let progress = app.dial_tests.progress(test.id);
    let standing = dial_tests::standing(app, &test);
    let outcome = test.outcome.as_deref();
    Shown {
        standing: standing.word().to_owned(),
        headline: standing.headline().to_owned(),
        progress: progress.map(|progress| Progress {
            planned: progress.planned,
            done: progress.done,
            failed: progress.failed,
            day: progress.day,
            failing_days: progress.failing,
        }),
        outcome: outcome.and_then(|outcome| serde_json::from_str(outcome).ok()),
        files: format!("/dial-tests/{}/files/", test.id),
        id: test.id,
        name: test.begun.name,
        url: test.begun.url,
        profile: test.begun.profile,
        billing: test.begun.billing,
        started: test.begun.started,
        days: test.days,
        seed: test.seed,
    }
}

/// Lists the latest dial tests
#[utoipa::path(get, path = "/api/dial-tests", operation_id = "listDialTests", tag = "cases",
    responses((status = 200, body = Vec<Shown>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn list(State(app): State<App>) -> Result<Json<Vec<Shown>>, Problem> {
    let found = app.store.dial_tests(dial_tests::SHOWN).await?;
    let all = found.into_iter().map(|test| shown(&app, test));
    Ok(Json(all.collect()))
}

/// Begins a dial test of the saved cases of an address's profile, over days in compressed time
#[utoipa::path(post, path = "/api/addresses/{id}/dial-tests", operation_id = "beginDialTest", tag = "cases", params(("id" = i64, Path)),
    request_body = Wish,
    responses((status = 202, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn begin(
    State(app): State<App>,
    At(id): At<i64>,
    Body(wish): Body<Wish>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let number = dial_tests::begin(&app, id, &wish).await?;
    let test = dial_tests::find(&app, number).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&app, test))))
}

/// Tells one dial test
#[utoipa::path(get, path = "/api/dial-tests/{id}", operation_id = "showDialTest", tag = "cases", params(("id" = i64, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(id): At<i64>) -> Result<Json<Shown>, Problem> {
    let test = dial_tests::find(&app, id).await?;
    Ok(Json(shown(&app, test)))
}

/// Removes a dial test that is over
#[utoipa::path(delete, path = "/api/dial-tests/{id}", operation_id = "removeDialTest", tag = "cases", params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    dial_tests::forget(&app, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks a dial test to stop
#[utoipa::path(post, path = "/api/dial-tests/{id}/stop", operation_id = "stopDialTest", tag = "cases", params(("id" = i64, Path)),
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn stop(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    dial_tests::find(&app, id).await?;
    app.dial_tests.stop(id);
    Ok(StatusCode::ACCEPTED)
}
