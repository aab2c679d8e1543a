//! Looking for what explains a wrong signature, where its computation can be written down as a
//! recipe: a mistake is a deviation from the right recipe, and two mistakes are a deviation from a
//! recipe that deviates already.

mod deviation;
mod search;
mod written;

pub(super) use deviation::{Deviation, Recipe, Tables, all};
pub(super) use search::Search;
pub(super) use written::Written;
