//! Whether a seller still takes connections.

use tokio::sync::watch;

/// Shared by a seller, its listeners and its connections.
#[derive(Debug)]
pub(crate) struct Listening {
    stopped: watch::Sender<bool>,
    listeners: watch::Sender<usize>,
}

impl Default for Listening {
    fn default() -> Listening {
        Listening {
            stopped: watch::Sender::new(false),
            listeners: watch::Sender::new(0),
        }
    }
}

impl Listening {
    pub(crate) fn has_stopped(&self) -> bool {
        *self.stopped.borrow()
    }

    /// Stops for good, and returns once no listener is open any more: a connection attempted
    /// after that is refused, not accepted and dropped.
    pub(crate) async fn stop(&self) {
        self.stopped.send_replace(true);
        // The sender lives in `self`, so waiting cannot fail.
        let _ = self.listeners.subscribe().wait_for(|open| *open == 0).await;
    }

    /// Returns once the seller has stopped.
    pub(crate) async fn stopped(&self) {
        let _ = self.stopped.subscribe().wait_for(|stopped| *stopped).await;
    }

    /// Counts a listener for as long as the guard lives.
    pub(crate) fn open(&self) -> Open<'_> {
        self.listeners.send_modify(|open| *open += 1);
        Open(self)
    }
}

/// An open listener.
pub(crate) struct Open<'a>(&'a Listening);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.listeners.send_modify(|open| *open -= 1);
    }
}
