//! Whether an address is reached.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::Response;
use galleria_marketplace::delivery::{DialError, DialFault, Target, TlsTrouble};
use galleria_scenarios::profile::Profile;

use super::keep::find;
use super::one::Page;
use crate::app::App;
use crate::play::{Callee, apart};
use crate::site::{Failure, Reader, Said as _};
use crate::store::Address;

/// The longest that is waited for.
const LIMIT: Duration = Duration::from_secs(10);

/// What came of connecting, and what else the platform would say of the address.
#[derive(Debug)]
pub(crate) struct Reached {
    /// Why there is no connection; absent where there is one.
    pub(crate) wrong: Option<String>,
    /// How long it took, in milliseconds.
    pub(crate) took: u128,
    /// What the address as such breaks of what the platform demands.
    pub(crate) notes: Vec<&'static str>,
}

pub(super) async fn reach(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, book) = find(&app, id).await.said(reader)?;
    let reached = try_to_reach(&app, &address, &book).await;
    reader.page(|frame| Page {
        frame,
        address,
        book,
        reached: Some(reached),
    })
}

/// Connects to an address.
pub(crate) async fn try_to_reach(app: &App, address: &Address, book: &Profile) -> Reached {
    match Callee::of(app, address, book) {
        Ok(callee) => connect(callee).await,
        Err(wrong) => Reached {
            wrong: Some(wrong),
            took: 0,
            notes: Vec::new(),
        },
    }
}

async fn connect(callee: Callee) -> Reached {
    let mut notes = notes(&callee.target);
    let done = apart(move || async move {
        let seat = callee.sit();
        let seat = seat.map_err(|error| Unreached::because(error.to_string()))?;
        match tokio::time::timeout(LIMIT, seat.dial.dial()).await {
            Err(_) => Err(Unreached::because(format!(
                "there is no connection after {} s",
                LIMIT.as_secs()
            ))),
            Ok(Err(error)) => Err(error.into()),
            Ok(Ok(dialled)) => Ok(dialled.connect + dialled.tls.unwrap_or_default()),
        }
    })
    .await;
    let unable = "the system gives no thread for the call".to_owned();
    match done.unwrap_or_else(|| Err(Unreached::because(unable))) {
        Ok(took) => Reached {
            wrong: None,
            took: took.as_millis(),
            notes,
        },
        Err(unreached) => {
            notes.extend(unreached.fix);
            Reached {
                wrong: Some(unreached.why),
                took: 0,
                notes,
            }
        }
    }
}

/// Why there is no connection.
struct Unreached {
    why: String,
    /// What to change, where that is known.
    fix: Option<&'static str>,
}

impl Unreached {
    fn because(why: String) -> Self {
        Self { why, fix: None }
    }
}

impl From<DialError> for Unreached {
    fn from(error: DialError) -> Self {
        match error.fault {
            DialFault::Tls(TlsTrouble::Certificate(flaw)) => Self {
                why: flaw.fault.explanation().to_owned(),
                fix: Some(flaw.fault.fix()),
            },
            _ => Self::because(error.detail),
        }
    }
}

/// What the platform says of such an address before any call [v1 §1, §7].
fn notes(target: &Target) -> Vec<&'static str> {
    let mut notes = Vec::new();
    if target.is_loopback() {
        notes.push("The address is on this machine: the platform itself calls addresses of the internet alone.");
    } else if target.ip().is_some() {
        notes.push(
            "The address has no domain name: the seller centre takes verified domains alone.",
        );
    }
    if !target.is_https() {
        notes.push("The address is plain HTTP: today's pages show HTTPS alone, and V2 demands it.");
    }
    notes
}
