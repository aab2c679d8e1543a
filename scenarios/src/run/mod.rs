//! Plays scenarios against a seller and tells what happens as events.

mod awaiting;
mod clean_up;
mod course;
mod isolation;
mod lanes;
mod pace;
mod plan;
mod player;
mod probing;
mod repeats;
mod runner;
mod saved;
mod sending;
mod skip;
mod stage;
mod stop;

pub use plan::{MaxTime, OptionalScenes, Plan, READY_WITHIN};
pub use runner::{Outcome, Seat, run};
pub use stage::Stage;
pub use stop::Stop;
