//! What a connection meets before HTTP: a TLS handshake, where the seller has one.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::{ServerConfig, version};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

use super::certificates::{self, Papers};
use crate::door::{Handshake, Http, Tls};
use crate::seller::Seller;

/// The TLS side of a seller, made when it is first needed.
pub(crate) struct Gate {
    acceptor: TlsAcceptor,
    authority_pem: String,
    authority: CertificateDer<'static>,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gate")
    }
}

/// Why a seller cannot speak TLS.
#[derive(Debug, thiserror::Error)]
pub enum GateError {
    /// No certificate could be made.
    #[error("no certificate could be made: {0}")]
    Certificate(#[from] rcgen::Error),
    /// rustls refused what it was given.
    #[error("TLS cannot be set up: {0}")]
    Setup(#[from] rustls::Error),
}

impl Gate {
    pub(crate) fn new(seller: &Seller, handshake: Handshake) -> Result<Gate, GateError> {
        let host = seller.behaviour().door().host();
        let Papers {
            chain,
            key,
            authority_pem,
            authority,
        } = certificates::make(handshake.certificate, host, seller.now())?;
        let versions: &[_] = if handshake.only_tls_1_2 {
            &[&version::TLS12]
        } else {
            rustls::ALL_VERSIONS
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)?
            .with_no_client_auth()
            .with_single_cert(chain, key)?;
        let http: &[&str] = match handshake.http {
            Http::Unsaid => &[],
            Http::One => &["http/1.1"],
            Http::TwoOrOne => &["h2", "http/1.1"],
            Http::Two => &["h2"],
        };
        config.alpn_protocols = http.iter().map(|name| name.as_bytes().to_vec()).collect();
        Ok(Gate {
            acceptor: TlsAcceptor::from(Arc::new(config)),
            authority_pem,
            authority,
        })
    }
}

impl Seller {
    /// Takes a connection as its [`Door`](crate::door::Door) says, and answers calls on it until
    /// either side ends it.
    pub async fn welcome<S>(&self, mut io: S)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        match self.behaviour().door().tls {
            Tls::Absent => self.serve_connection(io).await,
            Tls::Present(_) => {
                // Whoever does not agree to the handshake has been told so in it.
                if let Some(Ok(gate)) = self.gate()
                    && let Ok(secured) = gate.acceptor.accept(io).await
                {
                    self.serve_connection(secured).await;
                }
            }
            Tls::Refused(bytes) => {
                let _ = io.read(&mut [0; 4096]).await;
                let _ = io.write_all(bytes).await;
                let _ = io.shutdown().await;
            }
        }
    }

    /// The authority that vouches for the seller, in DER, where it speaks TLS at all.
    pub fn authority(&self) -> Result<Option<CertificateDer<'static>>, &GateError> {
        let gate = self.gate().transpose()?;
        Ok(gate.map(|gate| gate.authority.clone()))
    }

    /// The same in PEM.
    pub fn authority_pem(&self) -> Result<Option<&str>, &GateError> {
        let gate = self.gate().transpose()?;
        Ok(gate.map(|gate| gate.authority_pem.as_str()))
    }
}
