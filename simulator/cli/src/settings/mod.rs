//! From arguments to what a run needs.

mod caller;
mod key;
mod known;
mod open_api;
mod plan;
mod probe;
pub(crate) mod random;
pub(crate) mod rehearsal;
mod seat;
mod select;

pub(crate) use caller::{Callee, billing_named, callee};
pub(crate) use key::{key, key_or, other_keys};
pub(crate) use open_api::open_api;
pub(crate) use plan::{billing, plan, plan_of, scenarios, unknown};
pub(crate) use seat::{SeatSettings, seat};
pub(crate) use select::Patterns;
