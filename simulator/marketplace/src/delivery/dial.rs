//! How a connection to the seller comes to be.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::io::{AsyncRead, AsyncWrite};

use super::tls::{TlsFacts, TlsTrouble};

/// Anything bytes go over.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Opens connections to one seller.
pub trait Dial: Debug + Send + Sync {
    /// Opens one more connection.
    fn dial(&self) -> BoxFuture<'_, Result<Dialled, DialError>>;
}

/// A connection that was opened.
pub struct Dialled {
    /// The bytes of HTTP go over this.
    pub stream: Box<dyn Stream>,
    /// How long the TCP connection took.
    pub connect: Duration,
    /// How long the TLS handshake took, where there was one.
    pub tls: Option<Duration>,
    /// What the handshake agreed on.
    pub facts: Option<TlsFacts>,
}

impl Debug for Dialled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dialled")
            .field("connect", &self.connect)
            .finish_non_exhaustive()
    }
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
#[error("{detail}")]
pub struct DialError {
    /// The kind, for the verdict.
    pub fault: DialFault,
    /// What the system said, for the person.
    pub detail: String,
}

/// The ways in which a connection fails to come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialFault {
    /// The name has no address.
    Unresolved,
    /// Nothing listens, or the network has no way there.
    Refused,
    /// The TLS handshake failed.
    Tls(TlsTrouble),
}
