//! The saved cases.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use galleria_scenarios::cases::{Saved, StoreError};
use galleria_scenarios::profile;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::At;
use super::problem::Problem;
use crate::app::App;
use crate::cases::{self, Line};
use crate::site::Failure;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show, remove))
        .routes(routes!(run))
}

/// A saved case.
#[derive(Serialize, ToSchema)]
#[schema(as = Case)]
pub(super) struct Shown {
    name: String,
    profile: String,
    /// The scene, as the rule book calls it; absent where the book is not there.
    scene: Option<&'static str>,
    billing: &'static str,
    note: Option<String>,
    parameters: BTreeMap<String, String>,
}

impl From<Saved> for Shown {
    fn from(saved: Saved) -> Self {
        let case = saved.case;
        let book = profile::find(&case.profile).ok();
        Self {
            name: saved.name,
            scene: book.map(|book| book.called(case.activity)),
            billing: case.billing.name(),
            profile: case.profile,
            note: case.note,
            parameters: case.parameters,
        }
    }
}

/// What came of a case.
#[derive(Serialize, ToSchema)]
pub(super) struct Ran {
    name: String,
    scene: &'static str,
    passes: bool,
    /// What the platform says, or why there was no call.
    said: String,
    /// The rules that found something.
    rules: Vec<String>,
}

impl From<Line> for Ran {
    fn from(line: Line) -> Self {
        Self {
            name: line.name,
            scene: line.scene,
            passes: line.passed,
            said: line.said,
            rules: line.rules,
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Failure::absent(error.to_string()).into()
    }
}

/// Lists the saved cases
#[utoipa::path(get, path = "/api/cases", operation_id = "listCases", tag = "cases",
    responses((status = 200, body = Vec<Shown>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn list(State(app): State<App>) -> Result<Json<Vec<Shown>>, Problem> {
    let saved = app.cases.all()?;
    Ok(Json(saved.into_iter().map(Shown::from).collect()))
}

/// Tells one saved case
#[utoipa::path(get, path = "/api/cases/{name}", operation_id = "showCase", tag = "cases", params(("name" = String, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(name): At<String>) -> Result<Json<Shown>, Problem> {
    let saved = app.cases.find(&name)?;
    Ok(Json(saved.into()))
}

/// Removes a saved case
#[utoipa::path(delete, path = "/api/cases/{name}", operation_id = "removeCase", tag = "cases", params(("name" = String, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(name): At<String>) -> Result<StatusCode, Problem> {
    app.cases.remove(&name)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Runs every case of an address's profile in turn
#[utoipa::path(post, path = "/api/addresses/{id}/cases/run", operation_id = "runCases", tag = "cases", params(("id" = i64, Path)),
    responses((status = 200, body = Vec<Ran>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn run(State(app): State<App>, At(id): At<i64>) -> Result<Json<Vec<Ran>>, Problem> {
    let (_, lines) = cases::run(&app, id, galleria_reports::lang::Lang::En).await?;
    Ok(Json(lines.into_iter().map(Ran::from).collect()))
}
