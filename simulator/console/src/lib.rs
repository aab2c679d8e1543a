//! The console: what the seller centre offers, on the user's own machine.
//!
//! | module | what it holds |
//! |---|---|
//! | [`settings`] | what the console is told when it starts |
//! | `server` | the socket and the routes |
//! | `guard` | who may ask for a page: Host, Origin, login, and the headers of every answer |
//! | `site` | what all pages share: the frame, the language, errors, assets |
//! | `store` | what is kept, in one SQLite file |
//! | `play` | calling a seller |
//! | `home` | the first page |
//! | `addresses` | the production addresses and their keys |
//! | `debugging` | the debug step: a form a scene, the call, what the platform says of the answer |
//! | `dial_tests` | the saved cases as the dial test replays them, over days |
//! | `cases` | the saved cases: which are there, which are missing, running them |
//! | `checks` | checks of an address: choosing, watching, their reports and history |
//! | `reports` | the reports of both, drawn from their records |
//! | `campaigns` | fuzz campaigns: histories that nobody scripted, their failures kept and played again |
//! | `under_way` | checks and campaigns while they are under way |
//! | `market` | the market by hand: placing orders, and what becomes of them |
//! | `messages` | the deliveries that failed, and delivering them again |
//! | `api` | all of it for programs, with its OpenAPI document |
//! | `rules` | the rules by area, and each with its documentation |
//! | `explain` | what a name or a pasted message of the platform means |
//!
//! A folder is a part of the console as its user sees it, with its routes, its pages and its forms.
//! Everything is drawn on the server; a page works without any script.

mod addresses;
mod api;
mod app;
mod campaigns;
mod cases;
mod checks;
mod debugging;
mod dial_tests;
mod explain;
mod guard;
mod home;
mod market;
mod messages;
mod play;
mod random;
mod reports;
mod rules;
mod server;
pub mod settings;
mod site;
mod store;
mod under_way;

pub use server::{Console, ConsoleError};
pub use settings::{Settings, Token, TokenError};
pub use store::StoreError;
