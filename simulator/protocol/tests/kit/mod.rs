//! The kit: the known answers in `vectors/kit.json`, which other programs computed, and calls that
//! are written and read back.

mod file;
mod requests;
mod secrets;
mod tokens;
