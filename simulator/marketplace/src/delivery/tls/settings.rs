//! Whom TLS trusts, as the user says it.

use std::path::PathBuf;

use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

/// Whom to trust.
#[derive(Clone, Debug, Default)]
pub struct TlsSettings {
    /// PEM files with further authorities, beside the public ones.
    pub ca_files: Vec<PathBuf>,
    /// Further authorities that are at hand, in DER.
    pub authorities: Vec<CertificateDer<'static>>,
    /// Whether any certificate will do.
    pub insecure: bool,
}

/// Why no TLS client can be made.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file of authorities cannot be used.
    #[error("{}: {reason}; give a PEM file that holds the authority's certificate", path.display())]
    CaFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The host's name can stand in no certificate.
    #[error("`{0}` cannot be the name in a certificate")]
    ServerName(String),
    /// rustls refused its own configuration.
    #[error("TLS cannot be set up: {0}")]
    Setup(#[from] rustls::Error),
    /// rustls cannot check certificates against these authorities.
    #[error("TLS cannot be set up: {0}")]
    Verifier(#[from] rustls::client::VerifierBuilderError),
}

/// The public authorities and those of the settings.
pub(super) fn authorities(settings: &TlsSettings) -> Result<RootCertStore, TlsError> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    for authority in &settings.authorities {
        roots.add(authority.clone())?;
    }
    for path in &settings.ca_files {
        let broken = |reason: String| TlsError::CaFile {
            path: path.clone(),
            reason,
        };
        let certificates =
            CertificateDer::pem_file_iter(path).map_err(|error| broken(error.to_string()))?;
        let mut found = 0;
        for certificate in certificates {
            let certificate = certificate.map_err(|error| broken(error.to_string()))?;
            roots
                .add(certificate)
                .map_err(|error| broken(error.to_string()))?;
            found += 1;
        }
        if found == 0 {
            return Err(broken("holds no certificate".to_owned()));
        }
    }
    Ok(roots)
}
