//! From what was found to a verdict: of each rule, of the run, and for the shell.

mod excuse;
mod exit;
mod tally;

pub use exit::ExitCode;
pub use tally::{Conclusion, Counts, RuleVerdict, RunVerdict, Tally, Verdict};
