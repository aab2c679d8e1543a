//! The binary as a user meets it: exit codes, files, messages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod cases;
mod check;
mod chinese;
mod cipher;
mod configuration;
mod debugging;
mod dial_test;
mod dialogue;
mod documents;
mod effect_probe;
mod evidence;
mod explain;
mod formats;
mod fuzzing;
mod gate;
mod gateway_test;
mod help;
mod interruption;
mod killed;
mod kit;
mod login_test;
mod messages;
mod named;
mod nasty_sellers;
mod notices;
mod open_api;
mod probe;
mod profiles;

mod rehearse;
mod rehearse_crash;
mod secrets;
mod self_check;
mod serve;
mod shards;
mod sign;
mod started;
mod support;
mod templates;
mod toolbox;
mod verify_answer;
mod verify_body;
mod verify_call;
mod watching;
