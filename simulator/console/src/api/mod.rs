//! The console for programs: everything that its pages do, as JSON over HTTP, with an OpenAPI document that
//! is made of the handlers themselves.
//!
//! | module | what it holds |
//! |---|---|
//! | `addresses` | the production addresses |
//! | `debugging` | the debug step |
//! | `cases` | the saved cases |
//! | `dial_tests` | the saved cases as the dial test replays them |
//! | `checks` | checks, their progress and reports |
//! | `campaigns` | fuzz campaigns, their failures, and playing one again |
//! | `market` | the market by hand, and the deliveries that failed |
//! | `rules` | the rules, and what a text means |
//! | `extract` | reading a call |
//! | `problem` | how a failure is told |
//! | `words` | members of calls that are one of a few words |

mod addresses;
mod campaigns;
mod cases;
mod checks;
mod debugging;
mod dial_tests;
mod extract;
mod market;
mod problem;
mod rules;
pub(crate) mod words;

use axum::routing::{any, get};
use axum::{Json, Router};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, ResponseBuilder, SecurityRequirement};
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
    let (router, mut document) = OpenApiRouter::<App>::with_openapi(Document::openapi())
        .merge(addresses::routes())
        .merge(debugging::routes())
        .merge(cases::routes())
        .merge(checks::routes())
        .merge(campaigns::routes())
        .merge(dial_tests::routes())
        .merge(market::routes())
        .merge(rules::routes())
        .split_for_parts();
    may_break(&mut document);
    router
        .route("/api/openapi.json", get(async move || Json(document)))
        .route("/api/{*rest}", any(absent))
}

/// Says that any call may find the console's own file or folders broken.
fn may_break(document: &mut OpenApi) {
    let told = || {
        let problem = Content::new(Some(Ref::from_schema_name("Problem")));
        ResponseBuilder::new()
            .description("Something is wrong with the console")
            .content("application/problem+json", problem)
            .build()
    };
    let paths = document.paths.paths.values_mut();
    let operations = paths.flat_map(|item| {
        [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.delete,
        ]
    });
    for operation in operations.flatten() {
        let responses = &mut operation.responses.responses;
        responses.insert("5XX".to_owned(), RefOr::T(told()));
    }
}

/// For every address of the API that is none.
async fn absent() -> Problem {
    Failure::absent("There is nothing at this address: /api/openapi.json tells what there is.")
        .into()
}
