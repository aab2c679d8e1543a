//! The in-process arm: a seller in this process, over a stream in memory.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::io::DuplexStream;

use super::dial::{Dial, DialError, DialFault, Dialled};

/// Bytes that one side may write ahead of the other's reading.
const IN_FLIGHT: usize = 64 * 1024;

/// Hands one end of a stream in memory to `accept` for each connection.
pub struct MemoryDial<F> {
    accept: F,
}

impl<F: Fn(DuplexStream) -> bool + Send + Sync> MemoryDial<F> {
    /// `accept` serves the connection on a task of its own; it returns false when it takes no more.
    pub fn new(accept: F) -> Self {
        Self { accept }
    }
}

impl<F> Debug for MemoryDial<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MemoryDial")
    }
}

impl<F: Fn(DuplexStream) -> bool + Send + Sync> Dial for MemoryDial<F> {
    fn dial(&self) -> BoxFuture<'_, Result<Dialled, DialError>> {
        Box::pin(async {
            let (ours, theirs) = tokio::io::duplex(IN_FLIGHT);
            if !(self.accept)(theirs) {
                return Err(DialError {
                    fault: DialFault::Refused,
                    detail: "the seller no longer accepts connections".to_owned(),
                });
            }
            Ok(Dialled {
                stream: Box::new(ours),
                connect: Duration::ZERO,
                tls: None,
                facts: None,
            })
        })
    }
}
