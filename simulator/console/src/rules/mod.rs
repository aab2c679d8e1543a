//! The rules by area, and each with its documentation.

mod list;
mod one;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/rules", get(list::list))
        .route("/rules/{id}", get(one::one))
}
