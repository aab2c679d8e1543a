//! Histories that nobody scripted: made by a state model, played, judged by the same rules, shrunk.
//!
//! | module | what it holds |
//! |---|---|
//! | [`scene`] | the life of an order as a table of edges |
//! | [`terms`] | what a campaign may play at all |
//! | [`model`] | which step may come next |
//! | [`values`] | what purchases carry, up to the edges of the tables |
//! | [`generate`] | histories from a seed |
//!
//! A history is a list of the steps that scenarios are made of, so that the player plays it, the
//! rules judge it, and a person can read and keep it as a scenario.

pub mod generate;
pub mod model;
pub mod scene;
pub mod terms;
pub mod values;
