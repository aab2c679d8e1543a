//! Fuzz campaigns. Their reports are at `/campaigns/{id}/files/{name}`, their progress as events at
//! `/campaigns/{id}/live`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use galleria_reports::step_in_words;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use crate::app::App;
use crate::campaigns::{self, Choice, Replay};
use crate::store::{Campaign, Failing};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(begin))
        .routes(routes!(show, remove))
        .routes(routes!(stop))
        .routes(routes!(failure))
        .routes(routes!(replay))
}

/// A fuzz campaign.
#[derive(Serialize, ToSchema)]
#[schema(as = Campaign)]
pub(super) struct Shown {
    id: i64,
    /// The address by its name at that time.
    name: String,
    url: String,
    profile: String,
    billing: String,
    /// When it began, as RFC 3339 has it.
    started: String,
    /// What decides every history.
    seed: i64,
    /// `under way`, `cut off`, or what it came to: pass, fail, nothing judged, unreachable, interrupted.
    standing: String,
    /// The verdict as a clause.
    headline: String,
    progress: Option<Progress>,
    /// The distinct failures so far.
    failures: Vec<Line>,
    /// Where its reports are; each format by its file's name.
    files: String,
}

/// How far a campaign is that is under way.
#[derive(Serialize, ToSchema)]
#[schema(as = CampaignProgress)]
pub(super) struct Progress {
    /// How many histories were judged.
    cases: u64,
    calls: u64,
    /// Whether a failure is being made smaller.
    shrinking: bool,
}

/// A distinct failure, as the list shows it.
#[derive(Serialize, ToSchema)]
#[schema(as = FailureLine)]
pub(super) struct Line {
    number: i64,
    name: String,
    rule: String,
    /// In how many histories it was seen.
    seen: i64,
    explanation: String,
    fix: String,
}

impl From<Failing> for Line {
    fn from(failing: Failing) -> Self {
        Self {
            number: failing.number,
            name: failing.is.name,
            rule: failing.is.rule,
            seen: failing.seen,
            explanation: failing.is.explanation,
            fix: failing.is.fix,
        }
    }
}

/// A distinct failure with the shortest history that fails so.
#[derive(Serialize, ToSchema)]
#[schema(as = Failure)]
pub(super) struct Whole {
    #[serde(flatten)]
    line: Line,
    step: u32,
    /// Where in the answer.
    place: String,
    expected: String,
    actual: String,
    /// The history, step by step.
    steps: Vec<String>,
    /// The history as `galleria replay` reads it.
    history: String,
}

/// Where a history is played again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReplayAt)]
pub(super) struct ReplayAt {
    /// The number of the production address.
    address: i64,
}

async fn shown(app: &App, campaign: Campaign) -> Result<Shown, Problem> {
    let progress = app.campaigns.progress(campaign.id);
    let standing = campaigns::standing(app, &campaign);
    let failures = app.store.failures(campaign.id).await?;
    Ok(Shown {
        standing: standing.word().to_owned(),
        headline: standing.headline().to_owned(),
        progress: progress.map(|progress| Progress {
            cases: progress.cases,
            calls: progress.calls,
            shrinking: progress.shrinking,
        }),
        failures: failures.into_iter().map(Line::from).collect(),
        files: format!("/campaigns/{}/files/", campaign.id),
        id: campaign.id,
        name: campaign.begun.name,
        url: campaign.begun.url,
        profile: campaign.begun.profile,
        billing: campaign.begun.billing,
        started: campaign.begun.started,
        seed: campaign.seed,
    })
}

/// Lists the latest campaigns
#[utoipa::path(get, path = "/api/campaigns", operation_id = "listCampaigns", tag = "campaigns",
    responses((status = 200, body = Vec<Shown>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn list(State(app): State<App>) -> Result<Json<Vec<Shown>>, Problem> {
    let mut all = Vec::new();
    for campaign in app.store.campaigns(campaigns::SHOWN).await? {
        all.push(shown(&app, campaign).await?);
    }
    Ok(Json(all))
}

/// Begins a campaign at an address
#[utoipa::path(post, path = "/api/addresses/{id}/campaigns", operation_id = "beginCampaign", tag = "campaigns", params(("id" = i64, Path)),
    request_body = Choice,
    responses((status = 202, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn begin(
    State(app): State<App>,
    At(id): At<i64>,
    Body(choice): Body<Choice>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let number = campaigns::begin(&app, id, &choice).await?;
    let campaign = campaigns::find(&app, number).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&app, campaign).await?)))
}

/// Tells one campaign
#[utoipa::path(get, path = "/api/campaigns/{id}", operation_id = "showCampaign", tag = "campaigns", params(("id" = i64, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(id): At<i64>) -> Result<Json<Shown>, Problem> {
    let campaign = campaigns::find(&app, id).await?;
    Ok(Json(shown(&app, campaign).await?))
}

/// Removes a campaign that is over
#[utoipa::path(delete, path = "/api/campaigns/{id}", operation_id = "removeCampaign", tag = "campaigns", params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    campaigns::forget(&app, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks a campaign to stop: what it found is kept, and what it bought is released
#[utoipa::path(post, path = "/api/campaigns/{id}/stop", operation_id = "stopCampaign", tag = "campaigns", params(("id" = i64, Path)),
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn stop(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    campaigns::find(&app, id).await?;
    app.campaigns.stop(id);
    Ok(StatusCode::ACCEPTED)
}

/// Tells one failure of a campaign
#[utoipa::path(get, path = "/api/campaigns/{id}/failures/{number}", operation_id = "showFailure", tag = "campaigns",
    params(("id" = i64, Path), ("number" = i64, Path)),
    responses((status = 200, body = Whole), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn failure(
    State(app): State<App>,
    At((id, number)): At<(i64, i64)>,
) -> Result<Json<Whole>, Problem> {
    let failing = campaigns::find_failure(&app, id, number).await?;
    let crash = campaigns::read(&failing)?;
    let steps = crash.scenario.steps.iter();
    let is = failing.is.clone();
    Ok(Json(Whole {
        steps: steps
            .map(|step| step_in_words(&crash.scenario, step))
            .collect(),
        step: is.step,
        place: is.place,
        expected: is.expected,
        actual: is.actual,
        history: is.history,
        line: failing.into(),
    }))
}

/// Plays the history of a failure again
#[utoipa::path(post, path = "/api/campaigns/{id}/failures/{number}/replay", operation_id = "replayFailure", tag = "campaigns",
    params(("id" = i64, Path), ("number" = i64, Path)), request_body = ReplayAt,
    responses((status = 200, body = Replay), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn replay(
    State(app): State<App>,
    At((id, number)): At<(i64, i64)>,
    Body(at): Body<ReplayAt>,
) -> Result<Json<Replay>, Problem> {
    Ok(Json(campaigns::again(&app, id, number, at.address).await?))
}
