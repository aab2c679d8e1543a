//! The one value that every format reads, and the fold that makes it from events.

mod concluded;
mod fold;
mod kind;
mod rule;
mod scenario;
mod sink;

pub use concluded::Concluded;
pub use fold::{FindRule, RunReport};
pub use kind::Kind;
pub use rule::{RuleReport, Standing};
pub use scenario::{Progress, ScenarioReport, StepReport};
pub use sink::ReportSink;
