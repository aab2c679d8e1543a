//! The crate from outside: known answers, what holds for every input, and mistakes that are made
//! here and named there.

mod gateway;
mod kit;
mod mistakes;
mod naive;
mod properties;
mod vectors;
mod vectors_v2;
