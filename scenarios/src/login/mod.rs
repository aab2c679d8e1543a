//! The login of kit accounts, tried as a browser tries it [kit §2].
//!
//! | module | what it holds |
//! |---|---|
//! | `stage` | the identity centre of two enterprises on this machine, and the kit calls that tell of them |
//! | `browser` | cookies, redirects within one host, pages |
//! | `telling` | how a page for somebody who is logged in is told from that for anybody |
//! | `walk` | the ways in, right and wrong ones |
//! | `rules` | what must hold, each rule with the faults that prove it |
//! | `events` | what came out as the events of a run, for the usual reports |
//! | `listed` | the rules in the form of all others |
//! | `oddities` | what is odd about a single call, in words |
//! | `judge` | from what was walked to findings and verdicts |
//!
//! Nobody's browser is needed: the codes and tickets are issued as the portal would once an account is logged in.
//! What cannot be told is unobserved, never a failure.

mod browser;
mod events;
mod judge;
mod listed;
mod oddities;
mod rules;
mod stage;
mod telling;
mod walk;

pub use browser::{Browser, Jar, Seen, Visit};
pub use events::{begun, events};
pub use judge::judge;
pub use listed::{find_listed, listed_rules};
pub use oddities::{Oddity, oddities};
pub use rules::{LOGIN_RULES, LoginRule};
pub use stage::{LoginSettings, LoginTrouble, Pass};
pub use walk::{Walked, walk};

use crate::trial::TrialReport;

/// Plays everything, and judges it.
pub async fn login_test(settings: LoginSettings) -> Result<TrialReport, LoginTrouble> {
    let walked = walk(settings).await?;
    Ok(judge(&walked))
}
