//! What the pages of a running console share.

use std::sync::Arc;

use galleria_scenarios::cases::Store as Cases;
use tokio::sync::watch;

use crate::checks::Running;
use crate::guard::{Attempts, Sessions};
use crate::market::Shops;
use crate::settings::Settings;
use crate::store::{Store, StoreError};

/// Clones are the same console.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Parts>);

/// The parts of a console.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    pub(crate) cases: Cases,
    pub(crate) running: Running,
    pub(crate) shops: Shops,
    pub(crate) sessions: Sessions,
    pub(crate) attempts: Attempts,
    /// Whether the console is about to end, so that answers which never end must.
    pub(crate) ends: watch::Sender<bool>,
}

impl App {
    /// Opens what the console keeps.
    pub(crate) fn open(settings: Settings) -> Result<Self, StoreError> {
        Ok(Self(Arc::new(Parts {
            store: Store::open(&settings.file)?,
            cases: Cases::new(&settings.cases),
            settings,
            running: Running::default(),
            shops: Shops::default(),
            sessions: Sessions::default(),
            attempts: Attempts::default(),
            ends: watch::Sender::new(false),
        })))
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
