//! The binary as a user meets it: exit codes, files, messages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod check;
mod effect_probe;
mod help;
mod interruption;
mod nasty_sellers;
mod profiles;
mod readme;
mod support;
