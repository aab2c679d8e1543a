//! The console for programs: everything that its pages do, as JSON over HTTP, with an OpenAPI document that
//! is made of the handlers themselves.
//!
//! | module | what it holds |
//! |---|---|
//! | `addresses` | the production addresses |
//! | `debugging` | the debug step |
//! | `cases` | the saved cases |
//! | `checks` | checks, their progress and reports |
//! | `campaigns` | fuzz campaigns, their failures, and playing one again |
//! | `market` | the market by hand, and the deliveries that failed |
//! | `rules` | the rules, and what a text means |
//! | `extract` | reading a call |
//! | `problem` | how a failure is told |

mod addresses;
mod campaigns;
mod cases;
mod checks;
mod debugging;
mod extract;
mod market;
mod problem;
mod rules;

use axum::routing::{any, get};
use axum::{Json, Router};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, SecurityRequirement};
use utoipa::{Modify, OpenApi as _};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

use crate::site::Failure;

pub(crate) use problem::Problem;

/// Where the API is.
pub(crate) const PREFIX: &str = "/api/";

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "galleria console",
        description = "What the pages of `galleria serve` do, for programs. Failures are told as application/problem+json."
    ),
    modifiers(&Guarded)
)]
struct Document;

/// Says that a console may ask for its token.
struct Guarded;

impl Modify for Guarded {
    fn modify(&self, document: &mut OpenApi) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The token of a console that was started with one."))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        // With the token, or without where the console has none.
        document.security = Some(vec![
            SecurityRequirement::new("token", [] as [&str; 0]),
            SecurityRequirement::default(),
        ]);
    }
}

pub(crate) fn routes() -> Router<App> {
    let (router, document) = OpenApiRouter::<App>::with_openapi(Document::openapi())
        .merge(addresses::routes())
        .merge(debugging::routes())
        .merge(cases::routes())
        .merge(checks::routes())
        .merge(campaigns::routes())
        .merge(market::routes())
        .merge(rules::routes())
        .split_for_parts();
    router
        .route("/api/openapi.json", get(async move || Json(document)))
        .route("/api/{*rest}", any(absent))
}

/// For every address of the API that is none.
async fn absent() -> Problem {
    Failure::absent("There is nothing at this address: /api/openapi.json tells what there is.")
        .into()
}
