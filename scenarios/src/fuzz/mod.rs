//! Histories that nobody scripted: made by a state model, played, judged by the same rules, shrunk.
//!
//! | module | what it holds |
//! |---|---|
//! | [`terms`] | what a campaign may play at all |
//! | [`model`] | which step may come next |
//! | [`values`] | what purchases carry, up to the edges of the tables |
//! | [`generate`] | histories from a seed |
//! | [`history`] | a history as a scenario |
//! | [`tenants`] | plays each history for a tenant of its own |
//! | [`expect`] | the model against the seller |
//! | [`judge`] | the verdict on one play |
//! | [`simplify`], [`shrink`] | the shortest history that still fails |
//! | [`found`] | one distinct failure |
//! | [`answers`], [`crash`], [`mod@replay`] | failing histories on disk, and played once more |
//! | [`events`] | what is recorded of a campaign |
//! | [`watch`] | who follows a campaign |
//! | [`mod@campaign`] | histories side by side, failures kept apart |
//!
//! A history is a list of the steps that scenarios are made of, so that the player plays it, the
//! rules judge it, and a person can read and keep it as a scenario.

pub mod answers;
pub mod campaign;
pub mod crash;
pub mod events;
pub mod expect;
pub mod found;
pub mod generate;
pub mod history;
pub mod judge;
pub mod model;
pub mod replay;
pub mod shrink;
pub mod simplify;
pub mod tenants;
pub mod terms;
mod trade;
pub mod values;
pub mod watch;
