//! The sessions of accounts that are logged in.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Client;
use serde_json::Value;

use super::outward;

/// What the identity centre gave for a code; of no use to a browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// The access token.
    pub access: String,
    /// What another one is had for, where there is such a thing.
    pub refresh: Option<String>,
    /// Until when the access token holds, where that was told.
    pub until: Option<DateTime<Utc>>,
}

impl Tokens {
    /// Those of an answer, where it has an access token.
    pub fn of(told: &Value, now: DateTime<Utc>) -> Option<Tokens> {
        let text = |name: &str| told[name].as_str().map(ToOwned::to_owned);
        let held = told["expires_in"].as_i64().and_then(TimeDelta::try_seconds);
        Some(Tokens {
            access: text("access_token")?,
            refresh: text("refresh_token"),
            until: held.and_then(|held| now.checked_add_signed(held)),
        })
    }
}

/// Who has logged in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The account.
    pub user_name: String,
    /// Whether it may administer.
    pub admin: bool,
    /// What its identity centre gave.
    pub tokens: Tokens,
}

/// A session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub visitor: Visitor,
    /// The tenant by whose client it was opened.
    pub tenant: String,
    /// The domain of its identity centre.
    pub domain: String,
}

/// The sessions of a seller, by their ids.
#[derive(Debug, Default)]
pub struct Logins {
    sessions: Mutex<BTreeMap<String, Session>>,
    client: OnceLock<Option<Client>>,
}

impl Logins {
    /// Opens a session.
    pub fn open(&self, id: String, session: Session) {
        self.locked().insert(id, session);
    }

    /// The session of that id.
    pub fn find(&self, id: &str) -> Option<Session> {
        self.locked().get(id).cloned()
    }

    /// Ends a session.
    pub fn end(&self, id: &str) {
        self.locked().remove(id);
    }

    /// The way to the identity centres.
    pub(super) fn client(&self) -> Option<&Client> {
        self.client.get_or_init(outward::client).as_ref()
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Session>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
