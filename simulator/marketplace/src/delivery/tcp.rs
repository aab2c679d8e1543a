//! The network arm: TCP, with TLS above it where the address says https.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use tokio::net::TcpStream;

use super::dial::{Dial, DialError, DialFault, Dialled};
use super::target::Target;
use super::tls::{TlsDial, TlsError, TlsSettings};
use crate::clock::Clock;

/// The way to `target`: TCP, to `resolved` in place of what the name resolves to where that is
/// given, with TLS above it where the address is https.
pub fn network(
    target: &Target,
    resolved: Option<SocketAddr>,
    settings: &TlsSettings,
    clock: &Clock,
) -> Result<Arc<dyn Dial>, TlsError> {
    let tcp = Arc::new(TcpDial {
        target: target.clone(),
        resolved,
        clock: clock.clone(),
    });
    if !target.is_https() {
        return Ok(tcp);
    }
    let tls = TlsDial::new(tcp, target, settings, clock.clone())?;
    Ok(Arc::new(tls))
}

/// Opens TCP connections to the production address.
#[derive(Debug)]
struct TcpDial {
    target: Target,
    resolved: Option<SocketAddr>,
    clock: Clock,
}

impl TcpDial {
    async fn open(&self) -> Result<Dialled, DialError> {
        let begun = self.clock.elapsed();
        let connected = match self.resolved {
            Some(address) => TcpStream::connect(address).await,
            None => TcpStream::connect((self.target.host(), self.target.port())).await,
        };
        let stream = connected.map_err(|error| self.explain(&error))?;
        // Without this a small request waits for the acknowledgement of the one before it.
        let _ = stream.set_nodelay(true);
        Ok(Dialled {
            stream: Box::new(stream),
            connect: self.clock.elapsed().saturating_sub(begun),
            tls: None,
            facts: None,
        })
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
}

impl Dial for TcpDial {
    fn dial(&self) -> BoxFuture<'_, Result<Dialled, DialError>> {
        Box::pin(self.open())
    }
}
