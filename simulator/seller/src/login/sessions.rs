//! The sessions of accounts that are logged in.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use reqwest::Client;

use super::outward;

/// Who has logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The account.
    pub user_name: String,
    /// Whether it may administer.
    pub admin: bool,
    /// The access token; of no use to a browser.
    pub token: String,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub visitor: Visitor,
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
