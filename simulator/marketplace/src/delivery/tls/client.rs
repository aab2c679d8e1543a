//! One handshake and its facts.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::client::WebPkiServerVerifier;
use rustls::time_provider::TimeProvider;
use rustls_pki_types::{ServerName, UnixTime};
use serde::{Deserialize, Serialize};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::certificate::CertificateFlaw;
use super::settings::{TlsError, TlsSettings, authorities};
use super::trouble::TlsTrouble;
use super::verifier::Verifier;
use crate::clock::Clock;
use crate::delivery::dial::{DialError, DialFault, Stream};
use crate::delivery::target::Target;

/// What a handshake agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TlsFacts {
    /// The protocol, such as `TLSv1_3`.
    pub version: String,
    /// The cipher suite by its IANA name.
    pub suite: String,
    /// What is wrong with the certificate, where that was let pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateFlaw>,
    /// What the server chose when it was offered HTTP/2 and HTTP/1.1 (`h2`, `http/1.1`, or empty
    /// where it does not choose): told once a run, of the connection before which it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefers: Option<String>,
}

/// The protocol by whose name HTTP/2 is offered.
pub(super) const HTTP_2: &str = "h2";
const HTTP_1: &str = "http/1.1";

/// The TLS side of the network arm: 4.7 ms to build, so built for https alone.
pub(super) struct TlsClient {
    /// Offers HTTP/1.1, the one that calls are made over.
    calling: TlsConnector,
    /// Offers HTTP/2 as well, to see which the server likes better.
    asking: TlsConnector,
    verifier: Arc<Verifier>,
    server_name: ServerName<'static>,
    clock: Clock,
}

impl std::fmt::Debug for TlsClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TlsClient")
            .field("server_name", &self.server_name)
            .finish_non_exhaustive()
    }
}

impl TlsClient {
    pub(super) fn new(
        target: &Target,
        settings: &TlsSettings,
        clock: Clock,
    ) -> Result<Self, TlsError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let roots = Arc::new(authorities(settings)?);
        let strict =
            WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider)).build()?;
        let verifier = Arc::new(Verifier {
            strict,
            insecure: settings.insecure,
        });
        let time = Arc::new(RunTime(clock.clone()));
        let mut calling = ClientConfig::builder_with_details(provider, time)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(&verifier) as _)
            .with_no_client_auth();
        let mut asking = calling.clone();
        calling.alpn_protocols = vec![HTTP_1.into()];
        asking.alpn_protocols = vec![HTTP_2.into(), HTTP_1.into()];
        let server_name = ServerName::try_from(target.host().to_owned())
            .map_err(|_| TlsError::ServerName(target.host().to_owned()))?;
        Ok(Self {
            calling: TlsConnector::from(Arc::new(calling)),
            asking: TlsConnector::from(Arc::new(asking)),
            verifier,
            server_name,
            clock,
        })
    }

    /// Shakes hands for calls.
    pub(super) async fn call(&self, stream: Box<dyn Stream>) -> Result<Secured, DialError> {
        self.handshake(&self.calling, stream).await
    }

    /// Shakes hands with HTTP/2 on offer, and tells what was chosen.
    pub(super) async fn ask(
        &self,
        stream: Box<dyn Stream>,
    ) -> Result<(Secured, String), DialError> {
        let secured = self.handshake(&self.asking, stream).await?;
        let (_, session) = secured.stream.get_ref();
        let chosen = session.alpn_protocol().unwrap_or_default();
        let chosen = String::from_utf8_lossy(chosen).into_owned();
        Ok((secured, chosen))
    }

    async fn handshake(
        &self,
        connector: &TlsConnector,
        stream: Box<dyn Stream>,
    ) -> Result<Secured, DialError> {
        let connecting = connector.connect(self.server_name.clone(), stream);
        let stream = connecting.await.map_err(|error| DialError {
            fault: DialFault::Tls(TlsTrouble::name(&error)),
            detail: format!("TLS handshake: {error}"),
        })?;
        let (_, session) = stream.get_ref();
        let facts = TlsFacts {
            version: session
                .protocol_version()
                .map_or_else(String::new, |v| format!("{v:?}")),
            suite: session
                .negotiated_cipher_suite()
                .map_or_else(String::new, |suite| format!("{:?}", suite.suite())),
            certificate: self.flaw(session),
            prefers: None,
        };
        Ok(Secured { stream, facts })
    }

    fn flaw(&self, session: &rustls::ClientConnection) -> Option<CertificateFlaw> {
        let (certificate, chain) = session.peer_certificates()?.split_first()?;
        let now = RunTime(self.clock.clone()).current_time()?;
        self.verifier
            .flaw(certificate, chain, &self.server_name, now)
    }
}

/// A stream after its handshake.
pub(super) struct Secured {
    pub(super) stream: TlsStream<Box<dyn Stream>>,
    pub(super) facts: TlsFacts,
}

/// The run's clock, as rustls asks for the time.
#[derive(Debug)]
struct RunTime(Clock);

impl TimeProvider for RunTime {
    fn current_time(&self) -> Option<UnixTime> {
        let since = self
            .0
            .now()
            .signed_duration_since(chrono::DateTime::UNIX_EPOCH);
        since.to_std().ok().map(UnixTime::since_unix_epoch)
    }
}
