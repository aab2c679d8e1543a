//! Checks of an address from the page.
//!
//! | module | what it holds |
//! |---|---|
//! | `choice` | the form: which scenarios and rules; from there to a plan |
//! | `begin` | beginning a check on a thread of its own |
//! | `progress` | how far one is, folded from its events |
//! | `live` | the progress as server-sent events |
//! | `list` | the history |
//! | `trend` | how the checks of an address came out, as a picture |
//! | `one` | one check: its progress or its findings, stopping and removing it |
//! | `report` | its reports, in every format |
//! | `compare` | two checks side by side |

mod begin;
mod choice;
mod compare;
mod list;
mod live;
mod one;
mod progress;
mod report;
mod trend;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use begin::begin;
pub(crate) use choice::{Choice, judging};
pub(crate) use list::{SHOWN, standing};
pub(crate) use one::{find, forget};
pub(crate) use progress::Progress;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/checks", get(list::list))
        .route("/checks/compare", get(compare::compare))
        .route(
            "/addresses/{id}/check",
            get(choice::choose).post(begin::take),
        )
        .route("/checks/{id}", get(one::show))
        .route("/checks/{id}/live", get(live::live))
        .route("/checks/{id}/stop", post(one::stop))
        .route("/checks/{id}/remove", post(one::remove))
        .route("/checks/{id}/files/{name}", get(report::file))
}
