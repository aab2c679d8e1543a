//! Looks at every certificate, also where any will do.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::{CertificateError, DigitallySignedStruct, OtherError, SignatureScheme};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

use super::certificate::CertificateFlaw;

/// Checks as rustls does, names what is wrong, and lets it pass where the user asked for that.
/// Signatures of the handshake are checked either way.
#[derive(Debug)]
pub(super) struct Verifier {
    pub(super) strict: Arc<WebPkiServerVerifier>,
    pub(super) insecure: bool,
}

impl Verifier {
    /// What an ordinary client would not trust in a certificate, if anything.
    pub(super) fn flaw(
        &self,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Option<CertificateFlaw> {
        self.strict
            .verify_server_cert(certificate, chain, name, &[], now)
            .err()
            .map(|error| CertificateFlaw::name(&error, certificate, chain))
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        match self.flaw(certificate, chain, name, now) {
            Some(flaw) if !self.insecure => {
                let told = CertificateError::Other(OtherError(Arc::new(flaw)));
                Err(rustls::Error::InvalidCertificate(told))
            }
            _ => Ok(ServerCertVerified::assertion()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.strict
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.strict
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.strict.supported_verify_schemes()
    }
}
