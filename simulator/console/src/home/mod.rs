//! The first page: what can be done here.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use galleria_scenarios::rules;

use crate::app::App;
use crate::site::{Failure, Frame, Reader, filters};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/", get(home))
}

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
    rules: usize,
}

async fn home(reader: Reader) -> Result<Response, Failure> {
    reader.page(|frame| Page {
        frame,
        rules: rules::all().count(),
    })
}
