//! The gateway of agents, tried as it calls a seller's backend [kit §5.2].
//!
//! | module | what it holds |
//! |---|---|
//! | `settings` | where the backend is, how the gateway shows who it is, by what is billed |
//! | `case` | the calls, right and wrong ones |
//! | `walk` | makes them: first all that ought to be served, then all that ought not |
//! | `answer` | what came, and what of it is billed |
//! | `work` | how a call that was served is told from one that was refused with status 200 |
//! | `rules` | what must hold, each rule with the faults that prove it |
//! | `judge` | from what came to findings |
//! | `events` | what came out as the events of a run, for the usual reports |
//! | `listed` | the rules in the form of all others |

mod answer;
mod case;
mod events;
mod judge;
mod listed;
mod rules;
mod settings;
mod walk;
mod work;

pub use case::Case;
pub use events::{begun, events};
pub use judge::judge;
pub use listed::{find_listed, listed_rules};
pub use rules::{GATEWAY_RULES, GatewayRule};
pub use settings::{Auth, GatewaySettings, GatewayTrouble, Part, TokenForm, header_name};
pub use walk::{Call, Called, walk};

use crate::trial::TrialReport;

/// Makes every call, and judges what comes.
pub async fn gateway_test(settings: GatewaySettings) -> Result<TrialReport, GatewayTrouble> {
    let called = walk(settings).await?;
    Ok(judge(&called))
}
