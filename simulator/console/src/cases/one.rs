//! The file of one case.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::App;
use crate::site::{Failure, Frame, Reader, filters};

#[derive(Template)]
#[template(path = "cases/one.html")]
struct Page {
    frame: Frame,
    name: String,
    text: String,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(name): Path<String>,
) -> Result<Response, Failure> {
    let text = app.cases.text(&name);
    let text = text.map_err(|error| Failure::absent(error.to_string()).said(reader))?;
    reader.page(|frame| Page { frame, name, text })
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(name): Path<String>,
) -> Result<Response, Failure> {
    let removed = app.cases.remove(&name);
    removed.map_err(|error| Failure::absent(error.to_string()).said(reader))?;
    Ok(Redirect::to("/cases").into_response())
}
