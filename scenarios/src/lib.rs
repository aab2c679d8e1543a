//! What is played, and how it is judged.
//!
//! | module | what it holds |
//! |---|---|
//! | [`profile`] | the marketplace's rule books as data |
//! | [`scenario`] | what the marketplace does: files of a closed set of verbs, and their catalog |
//! | [`cases`] | saved cases of the debug step: files, their folder, what publication still lacks |
//! | [`debugging`] | the debug step: its form, its call, what it checks and in which order |
//! | [`dial_test`] | the daily replay of saved cases, and on which day it hides the product |
//! | [`run`] | plays scenarios against a seller and tells what happens as events |
//! | [`effect`] | how many instances an order has made, counted by a probe |
//! | [`caller`] | single calls outside a run |
//! | [`messages`] | the failed deliveries, kept until somebody delivers them again |
//! | [`probe_limits`] | what a seller tolerates, in numbers |
//! | [`hand`] | takes a seller down and brings it up again |
//! | [`rehearsal`] | what the marketplace does around a delivery that fails |
//! | [`trial`] | tests with calls of their own: how those are judged and reported |
//! | [`login`] | the login of kit accounts, tried as a browser tries it |
//! | [`gateway`] | the gateway of agents, tried as it calls a seller's backend |
//! | [`fuzz`] | histories that nobody scripted: made by a state model, played, judged, shrunk |
//! | [`life_cycle`] | the life of an order, and how much of it was played |
//! | [`event`] | the one stream of events that every report is a fold over |
//! | [`record`] | events on disk, a line each |
//! | [`rule`](mod@rule) | what a rule is, how it looks, what it finds |
//! | [`rules`] | the rules, one a file, in folders by area |
//! | [`verdict`] | from what was found to pass or fail, and to an exit code |
//! | [`platform_message`] | what the platform itself says, and what to do about it |
//! | [`schema`] | how the published JSON Schemas are named |
//! | [`snippet`] | code that does it right, in the languages that sellers write |
//! | [`located`] | what is wrong with a file that a person wrote |
//! | [`proof`] | every rule proved both ways against the reference seller |
//!
//! A scenario holds no assertion and a rule drives nothing: profile + scenario -> run -> transcript
//! -> rules -> events.

pub mod activation;
pub mod caller;
pub mod cases;
pub mod debugging;
pub mod dial_test;
pub mod effect;
pub mod event;
pub mod fuzz;
pub mod gateway;
pub mod hand;
pub mod life_cycle;
pub mod located;
pub mod login;
pub mod messages;
mod own;
pub mod platform_message;
pub mod probe_limits;
pub mod profile;
pub mod proof;
pub mod record;
pub mod rehearsal;
pub mod rule;
pub mod rules;
pub mod run;
pub mod scenario;
pub mod schema;
pub mod snippet;
pub mod suggest;
pub mod trial;
pub mod verdict;

pub use galleria_marketplace::delivery::{
    CertificateFlaw, Ended, Header, Timings, TlsFacts, TlsTrouble,
};
pub use galleria_marketplace::market::{Billing, Goods, State};
pub use galleria_marketplace::transcript;
