//! A trial: a test with calls of its own, whose rules look at those and at no play of the catalog. The
//! login and the gateway of agents have one each.
//!
//! | module | what it holds |
//! |---|---|
//! | `rule` | what a rule of a trial is, and its form among all others |
//! | `look` | what a rule sees, and the verdicts that come of it |
//! | `report` | what came out |
//! | `events` | the same as the events of a run, for the usual reports |
//!
//! What cannot be told is unobserved, never a failure.

mod events;
mod look;
mod report;
mod rule;

pub use events::{Bill, begun, command_of, events};
pub use look::{Look, Told, judge};
pub use report::{TrialFinding, TrialReport, TrialRuleReport, TrialStep};
pub use rule::{TrialRule, Tried, listed};
