//! Fuzz campaigns from the page: histories that nobody scripted, each distinct failure with the shortest
//! history that still fails.
//!
//! | module | what it holds |
//! |---|---|
//! | `choice` | the form: how long, which scenes; from there to a plan |
//! | `begin` | beginning a campaign on a thread of its own |
//! | `progress` | how far one is |
//! | `list` | the history |
//! | `one` | one campaign: its progress or its failures, stopping and removing it, its reports |
//! | `failure` | one failure: its history, and its file |
//! | `again` | playing that history once more |

mod again;
mod begin;
mod choice;
mod failure;
mod list;
mod one;
mod progress;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use again::{Replay, again};
pub(crate) use begin::begin;
pub(crate) use choice::Choice;
pub(crate) use failure::{find as find_failure, read};
pub(crate) use list::{SHOWN, standing};
pub(crate) use one::{find, forget};
pub(crate) use progress::Progress;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/campaigns", get(list::list))
        .route(
            "/addresses/{id}/fuzz",
            get(choice::choose).post(begin::take),
        )
        .route("/campaigns/{id}", get(one::show))
        .route("/campaigns/{id}/live", get(one::live))
        .route("/campaigns/{id}/stop", post(one::stop))
        .route("/campaigns/{id}/remove", post(one::remove))
        .route("/campaigns/{id}/files/{name}", get(one::file))
        .route("/campaigns/{id}/failures/{number}", get(failure::show))
        .route(
            "/campaigns/{id}/failures/{number}/history.toml",
            get(failure::file),
        )
        .route(
            "/campaigns/{id}/failures/{number}/replay",
            post(again::take),
        )
}
