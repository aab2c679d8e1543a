//! The market by hand: orders and what becomes of them, as a person asks for them.
//!
//! | module | what it holds |
//! |---|---|
//! | `shops` | the markets that are open, one an address |
//! | `open` | opening one, on a thread of its own |
//! | `deed` | what is asked for, from a form or a program |
//! | `page` | the page: what was bought, its life cycle, the latest calls |
//! | `asked` | what the seller asks the identity centre, as the page shows it |
//! | `line` | a call as the page shows it |

mod asked;
mod deed;
mod line;
mod open;
mod page;
mod shops;

use axum::Router;
use axum::routing::{get, post};

use galleria_scenarios::run::Membership;

use crate::app::App;

pub(crate) use asked::{Question, questions};
pub(crate) use deed::{Belonging, Wish, act, belong, close};
pub(crate) use line::Line;
pub(crate) use shops::{Shops, seen};

/// What a customer does, in words.
fn deed_of(membership: Membership) -> &'static str {
    match membership {
        Membership::Bind => "Bind the application to the enterprise",
        Membership::Grant => "Grant it to the accounts",
        Membership::Withdraw => "Withdraw it from the accounts",
        Membership::Unbind => "End the binding",
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/addresses/{id}/market", get(page::show).post(page::take))
        .route("/addresses/{id}/market/enterprise", post(page::enter))
        .route("/addresses/{id}/market/asked", get(asked::show))
        .route("/addresses/{id}/market/close", post(page::leave))
}
