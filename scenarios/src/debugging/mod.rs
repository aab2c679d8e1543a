//! The seller centre's debug step: a form with made-up values, one call, and checks that stop at
//! the first thing that is wrong [v1 §7, v2 §6].
//!
//! | module | what it holds |
//! |---|---|
//! | `form` | the values that the form is filled with |
//! | `request` | the call as "generate request command" shows it |
//! | `stage` | what is checked, in its order |
//! | `check` | an answer held against the stages, and the platform's message where it stops |
//! | `members` | the members that an answer must have |
//! | `plan` | the run that makes such calls |
//! | `debug` | the whole step |

mod check;
mod debug;
mod form;
mod members;
mod plan;
mod request;
mod stage;

pub use check::{Checked, Stopped, check};
pub use debug::{Debugged, debug};
pub use form::form;
pub use plan::plan;
pub use request::request;
pub use stage::Stage;
