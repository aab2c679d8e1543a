//! The binary as a user meets it: exit codes, files, messages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod cases;
mod check;
mod cipher;
mod debugging;
mod dial_test;
mod effect_probe;
mod explain;
mod fuzzing;
mod help;
mod interruption;
mod named;
mod nasty_sellers;
mod profiles;
mod readme;
mod sign;
mod support;
mod toolbox;
mod verify_answer;
mod verify_body;
mod verify_call;
