//! The production addresses and their keys.
//!
//! | module | what it holds |
//! |---|---|
//! | `form` | the form of an address, and what is wrong with it |
//! | `further` | the keys of the kit, and the authorities that TLS trusts |
//! | `keep` | finding, adding and changing them, for pages and programs |
//! | `list` | all of them, and a new one |
//! | `one` | one of them: what it is, changing it, removing it |
//! | `reach` | whether it is reached, over TLS where it is https |

mod form;
mod further;
mod keep;
mod list;
mod one;
mod reach;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use form::Entered;
pub(crate) use keep::{add, change, find, remove};
pub(crate) use reach::try_to_reach;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/addresses", get(list::list).post(list::add))
        .route("/addresses/new", get(list::new))
        .route("/addresses/{id}", get(one::show).post(one::change))
        .route("/addresses/{id}/edit", get(one::edit))
        .route("/addresses/{id}/remove", post(one::remove))
        .route("/addresses/{id}/reach", post(reach::reach))
}
