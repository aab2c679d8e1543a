//! Works on one call at a time; the others wait.
//!
//! One worker, and purchases take a moment.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use galleria_protocol::v1::Activity;
use tokio::sync::Mutex;

use crate::Behaviour;
use crate::behaviour::Turn;
use crate::call::Call;

/// Has one worker.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Arc<Mutex<()>>);

impl Behaviour for Behaves {
    fn turn<'a>(&'a self, _call: &'a Call) -> Option<Turn<'a>> {
        let worker = Arc::clone(&self.0);
        Some(Box::pin(async move {
            Box::new(worker.lock_owned().await) as Box<dyn Any + Send>
        }))
    }

    fn delay(&self, call: &Call) -> Duration {
        if call.is_real(Activity::NewInstance) {
            Duration::from_millis(100)
        } else {
            Duration::ZERO
        }
    }
}
