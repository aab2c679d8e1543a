//! The dial test (拨测): every morning and afternoon the platform replays the saved cases of products
//! on sale; where it fails on five days in a row, trading is frozen and the product hidden
//! [v2 §4.9].
//!
//! | module | what it holds |
//! |---|---|
//! | `schedule` | which sessions there are, and in which order each calls the cases |
//! | `scenario` | the sessions as one scenario, so that a run plays, records and judges them |
//! | `freeze` | on which day a product would have been hidden |
//! | `pattern` | what tells the calls of a case that fail from those that pass |
//! | `outcome` | what a dial test came to: a fold over its calls |

mod freeze;
mod outcome;
mod pattern;
mod scenario;
mod schedule;

pub use freeze::{FAILING_DAYS, hidden_on};
pub use outcome::{Called, CaseOutcome, DialTest, SessionOutcome, fold};
pub use pattern::{Pattern, pattern};
pub use scenario::{Layout, SCENARIO, layout, plan, rules};
pub use schedule::{Half, Length, Session, schedule};
