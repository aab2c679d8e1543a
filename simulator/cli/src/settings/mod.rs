//! From arguments to what a run needs.

mod activation;
mod caller;
mod gateway_test;
mod key;
mod kit;
mod known;
mod login_test;
mod notices;
mod open_api;
mod own;
mod plan;
mod probe;
pub(crate) mod random;
pub(crate) mod rehearsal;
mod seat;
mod select;
mod selection;
mod trial;

pub(crate) use caller::{Callee, callee};
pub(crate) use gateway_test::gateway_test;
pub(crate) use key::{from_env, key, key_or, other_keys};
pub(crate) use kit::kit_of_seller;
pub(crate) use known::update as update_known_failures;
pub(crate) use login_test::login_test;
pub(crate) use notices::notices_of_seller;
pub(crate) use open_api::{credentials, open_api};
pub(crate) use plan::{billing, billing_named, plan, plan_of, unknown};
pub(crate) use seat::{SeatSettings, seat, trusting};
pub(crate) use select::Patterns;
pub(crate) use selection::{Chosen, scenarios};
