//! The network arm: TCP, with TLS above it where the address says https.

use std::io;
use std::net::SocketAddr;

use futures_util::future::BoxFuture;
use tokio::net::TcpStream;

use super::dial::{Dial, DialError, DialFault, Dialled};
use super::target::Target;
use super::tls::{TlsClient, TlsError, TlsSettings};
use crate::clock::Clock;

/// Opens TCP connections to the production address.
#[derive(Debug)]
pub struct TcpDial {
    target: Target,
    resolved: Option<SocketAddr>,
    tls: Option<TlsClient>,
    clock: Clock,
}

impl TcpDial {
    /// A dial to `target`. The TLS client is built now where the address is https (so that an
    /// unreadable certificate is an error before the first call), and never otherwise.
    pub fn new(target: Target, settings: &TlsSettings, clock: Clock) -> Result<Self, TlsError> {
        let tls = target
            .is_https()
            .then(|| TlsClient::new(&target, settings))
            .transpose()?;
        Ok(Self {
            target,
            resolved: None,
            tls,
            clock,
        })
    }

    /// Connects to `address` instead of what the name resolves to.
    #[must_use]
    pub fn resolved_to(mut self, address: SocketAddr) -> Self {
        self.resolved = Some(address);
        self
    }

    async fn connect(&self) -> Result<TcpStream, DialError> {
        let connected = match self.resolved {
            Some(address) => TcpStream::connect(address).await,
            None => TcpStream::connect((self.target.host(), self.target.port())).await,
        };
        let stream = connected.map_err(|error| self.explain(&error))?;
        // Without this a small request waits for the acknowledgement of the one before it.
        let _ = stream.set_nodelay(true);
        Ok(stream)
    }

    fn explain(&self, error: &io::Error) -> DialError {
        // The resolver's failures have no error kind of their own; they carry no OS code either.
        let unresolved = error.raw_os_error().is_none() && error.kind() != io::ErrorKind::TimedOut;
        let fault = if unresolved {
            DialFault::Unresolved
        } else {
            DialFault::Refused
        };
        let detail = format!("{}:{}: {error}", self.target.host(), self.target.port());
        DialError { fault, detail }
    }

    async fn open(&self) -> Result<Dialled, DialError> {
        let begun = self.clock.elapsed();
        let stream = self.connect().await?;
        let connect = self.clock.elapsed().saturating_sub(begun);
        let Some(client) = &self.tls else {
            return Ok(Dialled {
                stream: Box::new(stream),
                connect,
                tls: None,
                facts: None,
            });
        };
        let begun = self.clock.elapsed();
        let (stream, facts) = client.handshake(stream).await?;
        let tls = Some(self.clock.elapsed().saturating_sub(begun));
        Ok(Dialled {
            stream: Box::new(stream),
            connect,
            tls,
            facts: Some(facts),
        })
    }
}

impl Dial for TcpDial {
    fn dial(&self) -> BoxFuture<'_, Result<Dialled, DialError>> {
        Box::pin(self.open())
    }
}
