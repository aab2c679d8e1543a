//! The debug step: a form a scene, the call, and what the platform says of the answer [v1 §7, v2 §6].
//!
//! | module | what it holds |
//! |---|---|
//! | `scene` | the scenes of a rule book that have a debug step |
//! | `form` | the form: its rows, and the case that was entered |
//! | `step` | showing the form, making the request command, calling, saving the case |
//! | `told` | what came of a call, for the page |

mod form;
mod scene;
mod step;
mod told;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub(crate) use form::filled;
pub(crate) use scene::scenes;
pub(crate) use step::{Place, act, call};
pub(crate) use told::{Answered, Sent, Told, answered};

pub(crate) fn routes() -> Router<App> {
    Router::new().route(
        "/addresses/{id}/debug/{scene}",
        get(step::show).post(step::take),
    )
}
