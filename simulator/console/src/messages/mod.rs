//! The service-interface messages (生产接口消息): deliveries that failed, and delivering them again
//! [v1 §7, v2 §6.3]. The files are those of `galleria messages`.

mod list;
mod restart;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use list::{all, read, remove};
pub(crate) use restart::restart;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/deliveries", get(list::list))
        .route("/deliveries/{id}", get(list::show))
        .route("/deliveries/{id}/restart", post(restart::take))
        .route("/deliveries/{id}/remove", post(list::take_away))
}
