//! Plays scenarios against a seller and tells what happens as events.

mod awaiting;
mod by_hand;
mod calling_back;
mod clean_up;
mod course;
mod crash;
mod isolation;
mod issuing;
mod keeping;
mod kit;
mod lanes;
mod notices;
mod outage;
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
mod staging;
mod stop;
mod twins;
mod uploading;

pub use by_hand::{
    Account, Again, Asked, Bought, Deed, Enterprise, Errand, IdentitySettings, KitDeed, Membership,
    Retries, Sight, run_by_hand,
};
pub use notices::NoticeSettings;
pub use plan::{Equipment, MaxTime, OptionalScenes, Plan, READY_WITHIN};
pub use runner::{Outcome, Seat, run};
pub use stage::Stage;
pub use stop::Stop;
