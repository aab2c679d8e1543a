//! The seller from outside: what a marketplace sees on the connection.

mod flows;
mod market;
mod refusals;
mod registry;
mod repeats;
mod test_calls;
