//! The market by hand: orders and what becomes of them, as a person asks for them.
//!
//! | module | what it holds |
//! |---|---|
//! | `shops` | the markets that are open, one an address |
//! | `open` | opening one, on a thread of its own |
//! | `deed` | what is asked for, from a form or a program |
//! | `page` | the page: what was bought, its life cycle, the latest calls |
//! | `line` | a call as the page shows it |

mod deed;
mod line;
mod open;
mod page;
mod shops;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use deed::{Wish, act, close};
pub(crate) use line::Line;
pub(crate) use shops::{Shops, seen};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/addresses/{id}/market", get(page::show).post(page::take))
        .route("/addresses/{id}/market/close", post(page::leave))
}
