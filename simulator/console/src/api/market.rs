//! The market by hand, and the deliveries that failed.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use galleria_scenarios::life_cycle::Scene;
use galleria_scenarios::messages::{Message, MessageState};
use galleria_scenarios::run::{Bought, Sight};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use crate::addresses;
use crate::app::App;
use crate::market::{self, Line, Wish};
use crate::messages;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show, act, close))
        .routes(routes!(deliveries))
        .routes(routes!(delivery, remove))
        .routes(routes!(restart))
}

/// The market at an address.
#[derive(Serialize, ToSchema)]
pub(super) struct Market {
    purchases: Vec<Purchase>,
    /// The latest calls, the latest one last.
    calls: Vec<Delivery>,
    /// How many calls were made.
    made: usize,
    /// What the rules find, by rule, each with how often.
    findings: BTreeMap<String, usize>,
    /// Why the last thing that was asked for was not done.
    not_done: Option<String>,
    under_way: bool,
    /// What is to be delivered again.
    due: Vec<Due>,
}

/// A purchase.
#[derive(Serialize, ToSchema)]
pub(super) struct Purchase {
    name: String,
    customer: String,
    order_id: String,
    instance_id: Option<String>,
    /// `active`, `frozen`, `expired`, `released`, or `nothing` before it is delivered.
    standing: &'static str,
    /// What may happen to it as it stands.
    scenes: Vec<&'static str>,
}

/// A call.
#[derive(Serialize, ToSchema)]
pub(super) struct Delivery {
    number: u64,
    purchase: String,
    activity: String,
    /// What came of it, in a few words.
    came: String,
    method: String,
    url: String,
    body: Option<String>,
    answer: Option<String>,
}

/// A delivery that is made again.
#[derive(Serialize, ToSchema)]
pub(super) struct Due {
    purchase: String,
    scene: &'static str,
    /// How often at most.
    times: usize,
    /// In how many seconds.
    within: u64,
}

/// A service-interface message.
#[derive(Serialize, ToSchema)]
#[schema(as = FailedDelivery)]
pub(super) struct Failed {
    id: String,
    delivered: bool,
    activity: String,
    profile: String,
    address: String,
    parameters: BTreeMap<String, String>,
    /// When each call was made, and what came of it.
    calls: Vec<(String, String)>,
}

impl From<Sight> for Market {
    fn from(sight: Sight) -> Self {
        let mut findings = BTreeMap::new();
        for (rule, _) in &sight.findings {
            *findings.entry(rule.clone()).or_default() += 1;
        }
        Self {
            purchases: sight.bought.iter().map(purchase).collect(),
            calls: sight
                .calls
                .iter()
                .map(|call| delivered(Line::of(call)))
                .collect(),
            made: sight.made,
            findings,
            not_done: sight.left_out,
            under_way: sight.under_way,
            due: sight
                .due
                .into_iter()
                .map(|again| Due {
                    purchase: again.purchase,
                    scene: again.scene.name(),
                    times: again.times,
                    within: again.within.as_secs(),
                })
                .collect(),
        }
    }
}

fn purchase(bought: &Bought) -> Purchase {
    Purchase {
        name: bought.name.clone(),
        customer: bought.purchase.customer.clone(),
        order_id: bought.purchase.order_id.clone(),
        instance_id: bought.purchase.instance_id.clone(),
        standing: bought.standing.name(),
        scenes: bought.scenes().map(Scene::name).collect(),
    }
}

fn delivered(line: Line) -> Delivery {
    Delivery {
        number: line.number,
        purchase: line.purchase,
        activity: line.activity,
        came: line.came,
        method: line.request.method,
        url: line.request.url,
        body: line.request.body,
        answer: line.answer.map(|answer| answer.body),
    }
}

fn failed((id, message): (String, Message)) -> Failed {
    Failed {
        id,
        delivered: message.state == MessageState::Delivered,
        activity: message.activity,
        profile: message.profile,
        address: message.address,
        parameters: message.parameters.into_iter().collect(),
        calls: message
            .calls
            .into_iter()
            .map(|call| (call.at, call.came))
            .collect(),
    }
}

/// Tells what was bought by hand at an address
#[utoipa::path(get, path = "/api/addresses/{id}/market", operation_id = "market", tag = "market",
    params(("id" = i64, Path)),
    responses((status = 200, body = Market), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(id): At<i64>) -> Result<Json<Market>, Problem> {
    addresses::find(&app, id).await?;
    Ok(Json(market::seen(&app, id).into()))
}

/// Places an order, or has something happen to one
#[utoipa::path(post, path = "/api/addresses/{id}/market", operation_id = "trade", tag = "market",
    params(("id" = i64, Path)), request_body = Wish,
    responses((status = 200, body = Market), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn act(
    State(app): State<App>,
    At(id): At<i64>,
    Body(wish): Body<Wish>,
) -> Result<Json<Market>, Problem> {
    market::act(&app, id, wish).await?;
    Ok(Json(market::seen(&app, id).into()))
}

/// Closes the market at an address and releases what was bought
#[utoipa::path(delete, path = "/api/addresses/{id}/market", operation_id = "closeMarket", tag = "market",
    params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn close(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    market::close(&app, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists the deliveries that failed, those that are not delivered first
#[utoipa::path(get, path = "/api/deliveries", operation_id = "listDeliveries", tag = "deliveries",
    responses((status = 200, body = Vec<Failed>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn deliveries(State(app): State<App>) -> Result<Json<Vec<Failed>>, Problem> {
    let all = messages::all(&app)?.into_iter();
    Ok(Json(all.map(failed).collect()))
}

/// Tells one delivery that failed
#[utoipa::path(get, path = "/api/deliveries/{name}", operation_id = "delivery", tag = "deliveries",
    params(("name" = String, Path)),
    responses((status = 200, body = Failed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn delivery(State(app): State<App>, At(id): At<String>) -> Result<Json<Failed>, Problem> {
    let message = messages::read(&app, &id)?;
    Ok(Json(failed((id, message))))
}

/// Delivers again what failed
#[utoipa::path(post, path = "/api/deliveries/{name}/restart", operation_id = "restartDelivery", tag = "deliveries",
    params(("name" = String, Path)),
    responses((status = 200, body = Failed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn restart(State(app): State<App>, At(id): At<String>) -> Result<Json<Failed>, Problem> {
    let message = messages::restart(&app, &id).await?;
    Ok(Json(failed((id, message))))
}

/// Removes a message of a delivery that failed
#[utoipa::path(delete, path = "/api/deliveries/{name}", operation_id = "removeDelivery", tag = "deliveries",
    params(("name" = String, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(id): At<String>) -> Result<StatusCode, Problem> {
    messages::remove(&app, &id)?;
    Ok(StatusCode::NO_CONTENT)
}
