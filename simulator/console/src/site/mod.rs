//! What all pages share.
//!
//! | module | what it holds |
//! |---|---|
//! | `frame` | the frame around each page |
//! | `reader` | the language of a request, and drawing a page in it |
//! | `failure` | a page that says what went wrong |
//! | `assets` | style and script |
//! | `filters` | what the templates do with a text |

mod assets;
mod failure;
pub(crate) mod filters;
mod frame;
mod reader;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use assets::PREFIX as ASSETS;
pub(crate) use failure::{Failure, Said};
pub(crate) use frame::Frame;
pub(crate) use reader::Reader;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/assets/{name}", get(assets::asset))
        .route("/language", post(reader::choose))
}

/// For every address that is none.
pub(crate) async fn not_found(reader: Reader) -> Failure {
    Failure::new(StatusCode::NOT_FOUND, "There is no page at this address.").said(reader)
}
