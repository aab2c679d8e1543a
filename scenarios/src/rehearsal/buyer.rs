//! What the buyer gets to see.

use std::fmt;
use std::time::Duration;

use galleria_marketplace::transcript::{Answer, CredentialState, Exchange};
use serde::{Deserialize, Serialize};

use super::schedule::clock_face;

/// What the buyer gets to see when all calls are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sees", rename_all = "kebab-case")]
pub enum Buyer {
    /// What was bought, after a time.
    Delivered {
        /// So many seconds after the order.
        after_s: u64,
        /// What the page shows of the login.
        login: Login,
        /// Whether there is an address to open.
        address: bool,
    },
    /// The money comes back.
    Refunded {
        /// So many seconds after the order.
        after_s: u64,
        /// Whether the seller has told an instance that nobody pays for.
        orphan: bool,
    },
    /// The call was not about an order: what the marketplace does in its place.
    Stopped {
        /// What that is.
        then: String,
    },
    /// Nothing yet: the rehearsal was broken off.
    Waiting,
}

/// What the page of a bought application shows of its login.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Login {
    /// User name and password.
    Readable,
    /// Blank: what the seller handed over does not decrypt.
    Blank,
    /// The seller handed none over.
    Absent,
}

impl Buyer {
    /// What the buyer sees of an order that this call delivered.
    pub(super) fn of_delivery(call: &Exchange, after_s: u64) -> Self {
        let credentials = &call.reading.credentials;
        let undecryptable =
            |state: &CredentialState| matches!(state, CredentialState::Undecryptable { .. });
        let login = if credentials.is_empty() {
            Login::Absent
        } else if credentials.iter().any(|read| undecryptable(&read.state)) {
            Login::Blank
        } else {
            Login::Readable
        };
        let object = call.response.as_ref().and_then(Answer::object);
        // V2 tells it in the answer to a query, instance by instance.
        let app = object.and_then(|object| {
            let listed = || object.get("info")?.get(0)?.get("appInfo");
            object.get("appInfo").or_else(listed)?.as_object()
        });
        let text = |name: &str| app.and_then(|app| app.get(name)?.as_str());
        Self::Delivered {
            after_s,
            login,
            address: text("frontEndUrl").is_some_and(|url| !url.is_empty()),
        }
    }
}

impl fmt::Display for Buyer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = |seconds: &u64| match seconds {
            0 => "at once".to_owned(),
            seconds => format!("after {}", clock_face(Duration::from_secs(*seconds))),
        };
        match self {
            Self::Delivered {
                after_s,
                login,
                address,
            } => {
                write!(f, "delivered {}", after(after_s))?;
                f.write_str(match login {
                    Login::Readable => ", with a login",
                    Login::Blank => ", but the login is blank: it does not decrypt",
                    Login::Absent => ", without a login",
                })?;
                f.write_str(if *address {
                    " and an address to open"
                } else {
                    ""
                })
            }
            Self::Refunded { after_s, orphan } => {
                write!(f, "refunded {}, nothing delivered", after(after_s))?;
                let orphan_told = "; the seller has made an instance that nobody pays for";
                f.write_str(if *orphan { orphan_told } else { "" })
            }
            Self::Stopped { then } => write!(f, "nothing of it; {then}"),
            Self::Waiting => f.write_str("an order that is still waiting"),
        }
    }
}
