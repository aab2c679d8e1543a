//! What the pages of a running console share.

use std::sync::Arc;

use tokio::sync::watch;

use crate::guard::{Attempts, Sessions};
use crate::settings::Settings;

/// Clones are the same console.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Parts>);

/// The parts of a console.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) settings: Settings,
    pub(crate) sessions: Sessions,
    pub(crate) attempts: Attempts,
    /// Whether the console is about to end, so that answers which never end must.
    pub(crate) ends: watch::Sender<bool>,
}

impl App {
    pub(crate) fn new(settings: Settings) -> Self {
        Self(Arc::new(Parts {
            settings,
            sessions: Sessions::default(),
            attempts: Attempts::default(),
            ends: watch::Sender::new(false),
        }))
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
