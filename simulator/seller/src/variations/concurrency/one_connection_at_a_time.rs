//! Serves one connection at a time, to its end; the others wait.
//!
//! A server of one thread that keeps connections alive.

use std::any::Any;
use std::sync::Arc;

use tokio::sync::Mutex;

use crate::Behaviour;
use crate::behaviour::Turn;

/// Has one thread.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Arc<Mutex<()>>);

impl Behaviour for Behaves {
    fn admission(&self) -> Option<Turn<'_>> {
        let thread = Arc::clone(&self.0);
        Some(Box::pin(async move {
            Box::new(thread.lock_owned().await) as Box<dyn Any + Send>
        }))
    }
}
