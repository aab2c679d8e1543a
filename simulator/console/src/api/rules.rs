//! The rules, and what a text means.

use axum::Json;
use galleria_scenarios::rule::Rule;
use galleria_scenarios::rules;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Asked, At};
use super::problem::Problem;
use crate::app::App;
use crate::explain;
use crate::site::Failure;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(meaning))
}

/// A rule.
#[derive(Serialize, ToSchema)]
#[schema(as = Rule)]
pub(super) struct Shown {
    id: &'static str,
    name: &'static str,
    /// `must`, `should` or `observed`.
    force: &'static str,
    /// The paragraphs of the project's digest that it comes from.
    source: &'static str,
    /// What it checks.
    summary: &'static str,
    /// Its documentation in Markdown.
    documentation: &'static str,
}

fn shown(rule: &'static Rule) -> Shown {
    Shown {
        id: rule.id,
        name: rule.name,
        force: rule.force.name(),
        source: rule.source,
        summary: rule.summary(),
        documentation: rule.docs,
    }
}

/// A text.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Text {
    /// What the seller centre says, a rule's id or name, or the name of a cause
    text: String,
}

/// A message of the platform.
#[derive(Serialize, ToSchema)]
pub(super) struct Message {
    id: String,
    title: String,
    causes: Vec<String>,
    cure: Vec<String>,
}

/// A mistake that a finding names.
#[derive(Serialize, ToSchema)]
pub(super) struct Cause {
    slug: String,
    explanation: String,
    fix: String,
}

/// What a text means, as far as it is known.
#[derive(Serialize, ToSchema)]
pub(super) struct Meaning {
    /// The message of the platform that it holds.
    message: Option<Message>,
    cause: Option<Cause>,
    /// The ids of the rules that have it in their id or name.
    rules: Vec<&'static str>,
    /// The names of the messages that come near.
    near: Vec<String>,
}

/// Lists the rules
#[utoipa::path(get, path = "/api/rules", operation_id = "listRules", tag = "rules",
    responses((status = 200, body = Vec<Shown>)))]
async fn list() -> Json<Vec<Shown>> {
    Json(rules::all().map(shown).collect())
}

/// Tells one rule
#[utoipa::path(get, path = "/api/rules/{id}", operation_id = "showRule", tag = "rules", params(("id" = String, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(At(id): At<String>) -> Result<Json<Shown>, Problem> {
    let rule = rules::find(&id);
    let rule = rule.ok_or_else(|| Failure::absent(format!("There is no rule `{id}`.")))?;
    Ok(Json(shown(rule)))
}

/// Tells what a text means
#[utoipa::path(get, path = "/api/explain", operation_id = "explain", tag = "rules", params(Text),
    responses((status = 200, body = Meaning), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn meaning(Asked(asked): Asked<Text>) -> Result<Json<Meaning>, Problem> {
    let found = explain::find(&asked.text);
    Ok(Json(Meaning {
        message: found.message.map(|told| Message {
            id: told.message.id.clone(),
            title: told.title,
            causes: told.message.causes.clone(),
            cure: told.message.cure.clone(),
        }),
        cause: found.cause.map(|cause| Cause {
            slug: cause.slug(),
            explanation: cause.explanation(),
            fix: cause.fix(),
        }),
        rules: found.rules.iter().map(|rule| rule.id).collect(),
        near: found
            .near
            .iter()
            .map(|message| message.id.clone())
            .collect(),
    }))
}
