//! Plays scenarios against a seller and tells what happens as events.

mod awaiting;
mod course;
mod isolation;
mod lanes;
mod plan;
mod player;
mod runner;
mod sending;
mod skip;
mod stop;

pub use plan::{MaxTime, OptionalScenes, Plan, READY_WITHIN};
pub use runner::{Outcome, Seat, run};
pub use stop::Stop;
