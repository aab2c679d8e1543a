//! What the pages of a running console share.

use std::sync::Arc;

use galleria_scenarios::cases::Store as Cases;
use tokio::sync::watch;

use crate::campaigns;
use crate::checks;
use crate::dial_tests;
use crate::guard::{Attempts, Sessions};
use crate::market::Shops;
use crate::settings::Settings;
use crate::store::{Store, StoreError};
use crate::under_way::Running;

/// Clones are the same console.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Parts>);

/// The parts of a console.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    pub(crate) cases: Cases,
    /// The checks that are under way.
    pub(crate) checks: Running<checks::Progress>,
    /// The campaigns that are under way.
    pub(crate) campaigns: Running<campaigns::Progress>,
    /// The dial tests that are under way.
    pub(crate) dial_tests: Running<dial_tests::Progress>,
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
            checks: Running::default(),
            campaigns: Running::default(),
            dial_tests: Running::default(),
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
