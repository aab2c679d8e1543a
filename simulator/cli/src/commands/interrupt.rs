//! Ctrl-C and SIGTERM: the first stops in good order, the second at once.

use galleria_scenarios::run::Stop;
use tokio::task::JoinHandle;

use crate::output::note;

/// Stops watching when it is dropped.
pub(super) struct Watch(JoinHandle<()>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Asks `stop` to stop at each signal.
pub(super) fn stop_on_signals(stop: &Stop) -> Watch {
    let stop = stop.clone();
    Watch(tokio::spawn(async move {
        loop {
            signal().await;
            if stop.is_requested() {
                note("stopping at once");
            } else {
                note(
                    "stopping: the call under way is finished and what was bought is released; \
                     interrupt again to stop at once",
                );
            }
            stop.request();
        }
    }))
}

/// Waits for the next signal that asks the process to end.
#[cfg(unix)]
pub(super) async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

/// Waits for the next signal that asks the process to end.
#[cfg(not(unix))]
pub(super) async fn signal() {
    let _ = tokio::signal::ctrl_c().await;
}
