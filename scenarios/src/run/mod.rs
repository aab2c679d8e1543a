//! Plays scenarios against a seller and tells what happens as events.

mod clean_up;
mod course;
mod lanes;
mod pace;
mod plan;
mod player;
mod probing;
mod repeats;
mod runner;
mod sending;
mod skip;
mod stop;

pub use plan::{MaxTime, OptionalScenes, Plan};
pub use runner::{Outcome, Seat, run};
pub use stop::Stop;
