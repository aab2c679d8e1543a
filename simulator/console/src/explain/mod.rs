//! What a name, or a message that was pasted from the seller centre, means.

mod found;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use galleria_scenarios::platform_message::{self, Message};
use serde::Deserialize;

use crate::app::App;
use crate::site::{Failure, Frame, Reader, filters};
pub(crate) use found::find;
use found::{Found, Told, told};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/explain", get(search))
        .route("/messages/{id}", get(message))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    text: String,
}

#[derive(Template)]
#[template(path = "explain/search.html")]
struct Page {
    frame: Frame,
    asked: String,
    found: Option<Found>,
    /// Every message of the platform, where nothing is asked for.
    all: &'static [Message],
}

#[derive(Template)]
#[template(path = "explain/message.html")]
struct OnePage {
    frame: Frame,
    told: Told,
}

async fn search(reader: Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let text = asked.text.trim().to_owned();
    reader.page(|frame| Page {
        frame,
        found: (!text.is_empty()).then(|| find(&text)),
        all: if text.is_empty() {
            platform_message::all()
        } else {
            &[]
        },
        asked: text,
    })
}

async fn message(reader: Reader, Path(id): Path<String>) -> Result<Response, Failure> {
    let message = platform_message::find(&id).ok_or_else(|| {
        Failure::absent(format!(
            "There is no message of the platform by the name `{id}`."
        ))
        .said(reader)
    })?;
    reader.page(|frame| OnePage {
        frame,
        told: told(message, message.title.clone(), Vec::new(), &message.rules),
    })
}
