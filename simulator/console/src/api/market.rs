//! The market by hand, and the deliveries that failed.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use galleria_scenarios::life_cycle::Scene;
use galleria_scenarios::messages::{Message, MessageState};
use galleria_scenarios::run::{self, Bought, Sight};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use crate::addresses;
use crate::app::App;
use crate::market::{self, Belonging, Line, Question, Wish};
use crate::messages;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show, act, close))
        .routes(routes!(belong))
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
    /// What was asked of the identity centre, the latest one first.
    asked: Vec<IdentityCall>,
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
    /// The enterprise of its customer; absent where the address has no keys of the kit.
    enterprise: Option<Enterprise>,
}

/// What a purchase is bound to.
#[derive(Serialize, ToSchema)]
pub(super) struct Enterprise {
    /// The id of tenantSync; absent before the application is bound.
    tenant_id: Option<String>,
    /// The address of its identity centre, which the kit told as domainName.
    identity: Option<String>,
    accounts: Vec<Account>,
    /// What may be asked for as it stands.
    memberships: Vec<&'static str>,
}

/// An account that the application is granted to.
#[derive(Serialize, ToSchema)]
pub(super) struct Account {
    user_name: String,
    role: &'static str,
    /// Where a browser is logged in as this account and sent to the application; absent where it cannot.
    log_in: Option<String>,
}

/// A call to the identity centre, by the seller or a browser. Secrets are taken out.
#[derive(Serialize, ToSchema)]
pub(super) struct IdentityCall {
    number: u64,
    customer: String,
    /// `token`, `userinfo`, `ticket`, `authorize`, `portal`, `logout`, or `nothing`.
    wish: &'static str,
    method: String,
    target: String,
    body: String,
    status: u16,
    granted: bool,
    /// What is odd about it.
    odd: Vec<String>,
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

impl Market {
    fn of(app: &App, id: i64) -> Self {
        let sight = market::seen(app, id);
        let asked = market::questions(app, id, &sight);
        Self {
            asked: asked.into_iter().map(question).collect(),
            ..sight.into()
        }
    }
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
            asked: Vec::new(),
        }
    }
}

fn question(one: Question) -> IdentityCall {
    let odd = one.odd.iter().map(|odd| odd.explanation.to_owned());
    IdentityCall {
        number: one.number,
        customer: one.customer,
        wish: one.wish,
        status: one.status,
        granted: one.granted,
        odd: odd.collect(),
        method: one.method,
        target: one.target,
        body: one.body,
    }
}

fn enterprise(of: &run::Enterprise) -> Enterprise {
    let account = |account: &run::Account| Account {
        user_name: account.user_name.clone(),
        role: account.role,
        log_in: account.entry.clone(),
    };
    Enterprise {
        tenant_id: of.tenant_id.clone(),
        identity: of.domain.clone(),
        accounts: of.accounts.iter().map(account).collect(),
        memberships: of.next.iter().map(|one| one.name()).collect(),
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
        enterprise: bought.enterprise.as_ref().map(enterprise),
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
    Ok(Json(Market::of(&app, id)))
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
    Ok(Json(Market::of(&app, id)))
}

/// Binds what was bought to the customer's enterprise, or grants it to the accounts there
#[utoipa::path(post, path = "/api/addresses/{id}/market/enterprise", operation_id = "belong", tag = "market",
    params(("id" = i64, Path)), request_body = Belonging,
    responses((status = 200, body = Market), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn belong(
    State(app): State<App>,
    At(id): At<i64>,
    Body(wish): Body<Belonging>,
) -> Result<Json<Market>, Problem> {
    market::belong(&app, id, wish).await?;
    Ok(Json(Market::of(&app, id)))
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
