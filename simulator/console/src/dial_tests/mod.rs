//! The dial test over days: the saved cases, replayed as the platform does every morning and afternoon, without
//! waiting between them [kit §6, v2 §4.9].
//!
//! | module | what it holds |
//! |---|---|
//! | `begin` | beginning one, on a thread of its own |
//! | `progress` | how far one is, folded from its events |
//! | `outcome` | what one came to: its days, its cases, whether the product would be hidden |
//! | `page` | the pages |

mod begin;
mod outcome;
mod page;
mod progress;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use begin::{Wish, begin};
pub(crate) use outcome::Outcome;
pub(crate) use page::{SHOWN, find, forget, standing};
pub(crate) use progress::Progress;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/addresses/{id}/dial-test", post(begin::take))
        .route("/dial-tests", get(page::list))
        .route("/dial-tests/{id}", get(page::show))
        .route("/dial-tests/{id}/live", get(page::live))
        .route("/dial-tests/{id}/stop", post(page::stop))
        .route("/dial-tests/{id}/remove", post(page::remove))
        .route("/dial-tests/{id}/files/{name}", get(page::file))
}
