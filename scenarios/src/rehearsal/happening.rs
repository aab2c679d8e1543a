//! What happens in a rehearsal beside its calls.

use std::fmt;
use std::time::Duration;

use galleria_marketplace::transcript::ExchangeId;
use serde::{Deserialize, Serialize};

use super::schedule::clock_face;

/// One thing that happened, at a moment of the rehearsal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// The moment, in seconds from the first call of the order.
    pub at_s: u64,
    /// What happened.
    #[serde(flatten)]
    pub what: Happening,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Happening {
    /// The outage begins.
    OutageBegan {
        /// What becomes of calls, for people.
        about: String,
    },
    /// The outage is over.
    OutageEnded,
    /// The marketplace made a call.
    Called {
        /// The call.
        exchange: ExchangeId,
    },
    /// The seller was killed.
    Killed {
        /// At which point of a call, for people.
        point: String,
    },
    /// The seller was started again and takes connections.
    Started,
    /// The call succeeded.
    Delivered {
        /// So many calls were made, this one included.
        calls: u32,
    },
    /// No call succeeded in time.
    GivenUp {
        /// So many calls were made.
        calls: u32,
        /// What the marketplace does now.
        then: String,
    },
}

impl Happened {
    /// The moment.
    pub fn at(&self) -> Duration {
        Duration::from_secs(self.at_s)
    }
}

impl fmt::Display for Happening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutageBegan { about } => write!(f, "the outage begins: {about}"),
            Self::OutageEnded => f.write_str("the outage is over"),
            Self::Called { exchange } => write!(f, "call {exchange}"),
            Self::Killed { point } => write!(f, "the seller is killed {point}"),
            Self::Started => f.write_str("the seller is started again and listens"),
            Self::Delivered { calls: 1 } => f.write_str("delivered by the first call"),
            Self::Delivered { calls } => write!(f, "delivered by call {calls} of the order"),
            Self::GivenUp { calls, then } => write!(f, "{calls} calls, none succeeded: {then}"),
        }
    }
}

impl fmt::Display for Happened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", clock_face(self.at()), self.what)
    }
}
