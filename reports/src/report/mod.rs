//! The one value that every format reads, and the fold that makes it from events.

mod concluded;
mod fold;
mod scenario;
mod sink;

pub use concluded::{Concluded, RuleReport, Standing};
pub use fold::{FindRule, RunReport};
pub use scenario::{Progress, ScenarioReport, StepReport};
pub use sink::ReportSink;
