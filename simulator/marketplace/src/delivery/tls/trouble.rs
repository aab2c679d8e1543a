//! Why there was no handshake, by its name.

use std::io;

use rustls::{AlertDescription, CertificateError, PeerIncompatible};
use serde::{Deserialize, Serialize};

use super::certificate::CertificateFlaw;

/// Why a TLS handshake failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TlsTrouble {
    /// The certificate is not trusted.
    Certificate(CertificateFlaw),
    /// The server has no TLS 1.2 and nothing later.
    TooOld,
    /// The server wants none of the cipher suites that were offered: the forward-secret ones of
    /// TLS 1.2 and those of TLS 1.3.
    NoCommonSuite,
    /// The server speaks HTTP/2 alone.
    Http2Only,
    /// What answers is not TLS at all.
    NotTls,
    /// Something else; the detail tells.
    Other,
}

impl TlsTrouble {
    /// Names what rustls said of a handshake.
    pub(super) fn name(error: &io::Error) -> Self {
        let inner = error.get_ref();
        let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) else {
            return Self::Other;
        };
        match error {
            rustls::Error::InvalidCertificate(CertificateError::Other(other)) => other
                .0
                .downcast_ref::<CertificateFlaw>()
                .map_or(Self::Other, |flaw| Self::Certificate(flaw.clone())),
            rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
            | rustls::Error::PeerIncompatible(
                PeerIncompatible::ServerDoesNotSupportTls12Or13
                | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
            ) => Self::TooOld,
            rustls::Error::AlertReceived(
                AlertDescription::HandshakeFailure | AlertDescription::InsufficientSecurity,
            ) => Self::NoCommonSuite,
            rustls::Error::AlertReceived(AlertDescription::NoApplicationProtocol) => {
                Self::Http2Only
            }
            rustls::Error::InvalidMessage(_) => Self::NotTls,
            _ => Self::Other,
        }
    }
}
