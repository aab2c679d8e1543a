//! The console over a socket, as a browser and as a program meet it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod api;
mod browser;
mod campaigns;
mod cases;
mod checks;
mod chinese;
mod classes;
mod debugging;
mod dial_tests;
mod guard;
mod load;
mod logins;
mod market;
mod pages;
mod secrets;
mod support;
