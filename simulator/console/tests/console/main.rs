//! The console over a socket, as a browser and as a program meet it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod chinese;
mod guard;
mod pages;
mod support;
