//! The debug step.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::State;
use galleria_scenarios::Billing;
use galleria_scenarios::cases::{Case, unfit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use super::words;
use crate::app::App;
use crate::debugging::{self, Place, Sent, Told};
use crate::site::Failure;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(form, debug))
}

/// The values of a scene's form.
#[derive(Serialize, ToSchema)]
pub(super) struct Form {
    scene: &'static str,
    billing: &'static str,
    parameters: BTreeMap<String, String>,
}

/// A call of the debug step.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Call {
    /// How the product is billed; that of the address where absent.
    #[schema(schema_with = words::billing_or_none)]
    billing: Option<String>,
    /// The values that are sent; those of the form where absent.
    parameters: Option<BTreeMap<String, String>>,
    /// Parameters that are left out though every call has them, such as `businessId`.
    without: BTreeSet<String>,
    /// Whether the call is not made and its request alone is told.
    only_request: bool,
    /// The name under which the case is saved where it passes.
    save: Option<String>,
    /// Whether a case of that name is written over.
    force: bool,
}

/// A request as it is sent.
#[derive(Serialize, ToSchema)]
pub(super) struct Request {
    method: String,
    url: String,
    body: Option<String>,
    /// The request as a command.
    curl: String,
}

/// An answer as it came.
#[derive(Serialize, ToSchema)]
pub(super) struct Answer {
    status_line: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// A check of the platform.
#[derive(Serialize, ToSchema)]
pub(super) struct Stage {
    about: &'static str,
    /// `passed`, `stops here` or `not looked at`.
    came: &'static str,
}

/// Where the platform stops.
#[derive(Serialize, ToSchema)]
pub(super) struct Stop {
    /// The message's name.
    message: String,
    /// What the platform says, by language.
    said: BTreeMap<&'static str, String>,
    causes: Vec<String>,
    cure: Vec<String>,
}

/// What a rule finds.
#[derive(Serialize, ToSchema)]
pub(super) struct Finding {
    rule: String,
    name: &'static str,
    place: String,
    expected: String,
    actual: String,
    cause: Option<String>,
    explanation: String,
    fix: String,
}

/// What came of a call.
#[derive(Serialize, ToSchema)]
pub(super) struct Debugged {
    request: Request,
    /// Absent where there was no call, or no answer.
    answer: Option<Answer>,
    /// Whether the platform would save the case; absent where there was no call.
    passes: Option<bool>,
    stages: Vec<Stage>,
    stopped: Option<Stop>,
    /// What the pages leave open about this answer.
    doubt: Option<&'static str>,
    findings: Vec<Finding>,
    /// The name under which the case was saved.
    saved: Option<String>,
}

/// Tells the values that a scene's form is filled with
#[utoipa::path(get, path = "/api/addresses/{id}/debug/{scene}", operation_id = "debugForm", tag = "debugging",
    params(("id" = i64, Path), ("scene" = String, Path)),
    responses((status = 200, body = Form), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn form(
    State(app): State<App>,
    At((id, scene)): At<(i64, String)>,
) -> Result<Json<Form>, Problem> {
    let place = Place::find(&app, id, &scene).await?;
    let billing = place.address.billing;
    let case = debugging::filled(&place.book, billing, place.activity).map_err(Failure::wrong)?;
    Ok(Json(Form {
        scene: place.book.called(place.activity),
        billing: billing.name(),
        parameters: case.parameters,
    }))
}

/// Makes the call of the debug step, and tells what the platform would say
#[utoipa::path(post, path = "/api/addresses/{id}/debug/{scene}", operation_id = "debug", tag = "debugging",
    params(("id" = i64, Path), ("scene" = String, Path)), request_body = Call,
    responses((status = 200, body = Debugged), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn debug(
    State(app): State<App>,
    At((id, scene)): At<(i64, String)>,
    Body(call): Body<Call>,
) -> Result<Json<Debugged>, Problem> {
    let place = Place::find(&app, id, &scene).await?;
    let case = case(&place, &call).map_err(Failure::wrong)?;
    let action = match (&call.save, call.only_request) {
        (Some(_), _) => "save",
        (None, true) => "command",
        (None, false) => "call",
    };
    let name = call.save.as_deref().unwrap_or_default();
    let done = debugging::act(&app, &place, &case, action, name, call.force).await;
    let done = done.map_err(Failure::wrong)?;
    let outcome = match (done.told, done.command) {
        (Some(told), _) => debugged(told, done.kept),
        (None, Some(command)) => requested(command),
        (None, None) => return Err(Failure::wrong("the call was not made").into()),
    };
    Ok(Json(outcome))
}

fn case(place: &Place, call: &Call) -> Result<Case, String> {
    let billing = match &call.billing {
        None => place.address.billing,
        Some(name) => {
            let known = Billing::from_name(name);
            known.ok_or_else(|| format!("There is no billing mode `{name}`."))?
        }
    };
    let mut case = debugging::filled(&place.book, billing, place.activity)?;
    if let Some(parameters) = &call.parameters {
        let mut given = parameters.iter();
        if let Some(why) = given.find_map(|(name, value)| unfit(name, value)) {
            return Err(why.to_string());
        }
        case.parameters.clone_from(parameters);
    }
    case.without.clone_from(&call.without);
    Ok(case)
}

fn request(sent: Sent) -> Request {
    Request {
        method: sent.method,
        url: sent.url,
        body: sent.body,
        curl: sent.curl,
    }
}

fn requested(sent: Sent) -> Debugged {
    Debugged {
        request: request(sent),
        answer: None,
        passes: None,
        stages: Vec::new(),
        stopped: None,
        doubt: None,
        findings: Vec::new(),
        saved: None,
    }
}

fn debugged(told: Told, saved: Option<String>) -> Debugged {
    let stages = told.stages.iter();
    let findings = told.findings.into_iter();
    Debugged {
        request: request(told.request),
        answer: told.answer.map(|answer| Answer {
            status_line: answer.status,
            headers: answer.headers,
            body: answer.body,
        }),
        passes: Some(told.stopped.is_none() && told.saved.is_some()),
        stages: stages
            .map(|line| Stage {
                about: line.about,
                came: line.word,
            })
            .collect(),
        stopped: told.stopped.map(|stopped| Stop {
            message: stopped.message.id.clone(),
            said: stopped.said.into_iter().collect(),
            causes: stopped.message.causes.clone(),
            cure: stopped.message.cure.clone(),
        }),
        doubt: told.doubt,
        findings: findings
            .map(|line| Finding {
                rule: line.id,
                name: line.name,
                place: line.finding.place,
                expected: line.finding.expected,
                actual: line.finding.actual,
                cause: line.finding.cause,
                explanation: line.finding.explanation,
                fix: line.finding.fix,
            })
            .collect(),
        saved,
    }
}
