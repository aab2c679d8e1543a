//! The saved cases: which are there, which are missing, running one or all.
//!
//! | module | what it holds |
//! |---|---|
//! | `list` | all of them, and which ones publication still demands |
//! | `one` | the file of one, and removing it |
//! | `play` | calling a product's cases in turn, as the dial test does |

mod list;
mod one;
mod play;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use play::{Line, of_book, run};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(list::list))
        .route("/cases/{name}", get(one::show))
        .route("/cases/{name}/remove", post(one::remove))
        .route("/addresses/{id}/cases/run", post(play::play))
}
