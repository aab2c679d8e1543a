//! TLS above any other dial.

use std::sync::{Arc, OnceLock};

use futures_util::future::BoxFuture;

use super::client::{HTTP_2, TlsClient};
use super::settings::{TlsError, TlsSettings};
use crate::clock::Clock;
use crate::delivery::dial::{Dial, DialError, Dialled};
use crate::delivery::target::Target;

/// Opens TLS connections over those of another dial.
///
/// The first handshake offers HTTP/2 beside HTTP/1.1. A server that takes it is called again with
/// HTTP/1.1 alone, which the platform speaks; one that does not has cost nothing.
#[derive(Debug)]
pub struct TlsDial {
    below: Arc<dyn Dial>,
    client: TlsClient,
    clock: Clock,
    prefers: OnceLock<String>,
}

impl TlsDial {
    /// TLS to the host of `target`. Built before the first call, so that an unreadable certificate
    /// is an error before it.
    pub fn new(
        below: Arc<dyn Dial>,
        target: &Target,
        settings: &TlsSettings,
        clock: Clock,
    ) -> Result<Self, TlsError> {
        Ok(Self {
            below,
            client: TlsClient::new(target, settings, clock.clone())?,
            clock,
            prefers: OnceLock::new(),
        })
    }

    async fn open(&self) -> Result<Dialled, DialError> {
        if self.prefers.get().is_none() {
            let below = self.below.dial().await?;
            let begun = self.clock.elapsed();
            let (secured, chosen) = self.client.ask(below.stream).await?;
            let takes_http_2 = chosen == HTTP_2;
            // Another connection may have been asked at the same moment; both heard the same.
            let _ = self.prefers.set(chosen);
            if !takes_http_2 {
                return Ok(self.dialled(secured, below.connect, begun));
            }
        }
        let below = self.below.dial().await?;
        let begun = self.clock.elapsed();
        let secured = self.client.call(below.stream).await?;
        Ok(self.dialled(secured, below.connect, begun))
    }

    fn dialled(
        &self,
        mut secured: super::client::Secured,
        connect: std::time::Duration,
        begun: std::time::Duration,
    ) -> Dialled {
        secured.facts.prefers = self.prefers.get().cloned();
        Dialled {
            stream: Box::new(secured.stream),
            connect,
            tls: Some(self.clock.elapsed().saturating_sub(begun)),
            facts: Some(secured.facts),
        }
    }
}

impl Dial for TlsDial {
    fn dial(&self) -> BoxFuture<'_, Result<Dialled, DialError>> {
        Box::pin(self.open())
    }
}
