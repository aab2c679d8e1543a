//! What can be wrong with a certificate, by its name.

use chrono::DateTime;
use rustls::CertificateError;
use rustls_pki_types::{CertificateDer, UnixTime};
use serde::{Deserialize, Serialize};
use webpki::EndEntityCert;

/// Why an ordinary client does not trust a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{told}")]
pub struct CertificateFlaw {
    /// The kind.
    pub fault: CertificateFault,
    /// What exactly, for people: dates, names.
    pub told: String,
}

/// The kinds of certificates that are not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateFault {
    /// It vouches for itself.
    SelfSigned,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// It is for another name.
    WrongHost,
    /// The server sent its own certificate alone, and no authority that is trusted signed it.
    ChainIncomplete,
    /// The chain that was sent leads to no authority that is trusted.
    UnknownAuthority,
    /// It cannot be used for another reason.
    Unfit,
}

impl CertificateFault {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::SelfSigned,
        Self::Expired,
        Self::NotYetValid,
        Self::WrongHost,
        Self::ChainIncomplete,
        Self::UnknownAuthority,
        Self::Unfit,
    ];

    /// Its slug in reports.
    pub fn slug(self) -> &'static str {
        match self {
            Self::SelfSigned => "certificate-self-signed",
            Self::Expired => "certificate-expired",
            Self::NotYetValid => "certificate-not-yet-valid",
            Self::WrongHost => "certificate-of-another-host",
            Self::ChainIncomplete => "certificate-chain-incomplete",
            Self::UnknownAuthority => "certificate-of-unknown-authority",
            Self::Unfit => "certificate-unfit",
        }
    }

    /// What is wrong, in a sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::SelfSigned => "The certificate is signed by itself: nobody else vouches for it.",
            Self::Expired => "The certificate's time is over.",
            Self::NotYetValid => "The certificate's time has not begun.",
            Self::WrongHost => "The certificate is for another host.",
            Self::ChainIncomplete => {
                "The server sends its own certificate alone, and no trusted authority signed that one: the certificate between them is missing, or the authority is not a public one."
            }
            Self::UnknownAuthority => {
                "The certificate is signed by an authority that is not among the public ones."
            }
            Self::Unfit => "The certificate cannot be used for a server.",
        }
    }

    /// What to change, in a sentence.
    pub fn fix(self) -> &'static str {
        match self {
            Self::SelfSigned => {
                "Install a certificate of a public authority; at a test address trust this one with --cacert FILE, or any with --insecure."
            }
            Self::Expired => "Renew the certificate, and let a program do it from now on.",
            Self::NotYetValid => {
                "Set the clock of the machine that made the certificate, and make it again."
            }
            Self::WrongHost => {
                "Install the certificate of this domain, and let the gateway choose it by the name that the client sends (SNI)."
            }
            Self::ChainIncomplete => {
                "Install the authority's whole chain (fullchain.pem rather than cert.pem); trust an authority of your own with --cacert FILE."
            }
            Self::UnknownAuthority => {
                "Install a certificate of a public authority; at a test address trust your own with --cacert FILE."
            }
            Self::Unfit => {
                "Make a certificate of X.509 version 3 with the host as subjectAltName, for use by a server."
            }
        }
    }
}

impl CertificateFlaw {
    /// Names what rustls found of a certificate and of the `chain` that was sent behind it.
    pub(super) fn name(
        error: &rustls::Error,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
    ) -> Self {
        let of = |fault, told: String| Self { fault, told };
        let rustls::Error::InvalidCertificate(error) = error else {
            return of(CertificateFault::Unfit, error.to_string());
        };
        let names = Names::of(certificate);
        // webpki says that an authority's certificate stands where a server's ought to: most
        // programs that sign their own certificate write it so.
        if names.issuer == names.subject && !is_about_time_or_name(error) {
            let told = format!("it is signed by itself, {}", shown(&names.subject));
            return of(CertificateFault::SelfSigned, told);
        }
        match error {
            CertificateError::ExpiredContext { not_after, .. } => of(
                CertificateFault::Expired,
                format!("it ended on {}", day(*not_after)),
            ),
            CertificateError::Expired => {
                of(CertificateFault::Expired, "its time is over".to_owned())
            }
            CertificateError::NotValidYetContext { not_before, .. } => of(
                CertificateFault::NotYetValid,
                format!("it begins on {}", day(*not_before)),
            ),
            CertificateError::NotValidYet => of(
                CertificateFault::NotYetValid,
                "its time has not begun".to_owned(),
            ),
            CertificateError::NotValidForNameContext {
                expected,
                presented,
            } => of(
                CertificateFault::WrongHost,
                format!(
                    "it is for {}, not for {}",
                    listed(presented),
                    expected.to_str()
                ),
            ),
            CertificateError::NotValidForName => of(
                CertificateFault::WrongHost,
                "it is for another name".to_owned(),
            ),
            CertificateError::UnknownIssuer if chain.is_empty() => of(
                CertificateFault::ChainIncomplete,
                format!(
                    "it was sent alone, and no trusted authority is called {}",
                    shown(&names.issuer)
                ),
            ),
            CertificateError::UnknownIssuer => of(
                CertificateFault::UnknownAuthority,
                format!(
                    "it is signed by {}, which leads to no trusted authority",
                    shown(&names.issuer)
                ),
            ),
            other => of(CertificateFault::Unfit, other.to_string()),
        }
    }
}

/// Whether an error says nothing about who signed.
fn is_about_time_or_name(error: &CertificateError) -> bool {
    matches!(
        error,
        CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. }
            | CertificateError::NotValidForName
            | CertificateError::NotValidForNameContext { .. }
    )
}

fn day(time: UnixTime) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, 0).map_or_else(
        || "a day beyond all calendars".to_owned(),
        |time| time.format("%Y-%m-%d").to_string(),
    )
}

fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return "no name at all".to_owned();
    }
    // rustls writes each as `DnsName("host")`; the name is what people look for.
    let bare = |name: &String| name.split('"').nth(1).unwrap_or(name).to_owned();
    names.iter().map(bare).collect::<Vec<_>>().join(", ")
}

/// Who signed a certificate, and for whom, as they stand in it.
#[derive(Default)]
struct Names {
    issuer: Vec<u8>,
    subject: Vec<u8>,
}

impl Names {
    fn of(certificate: &CertificateDer<'_>) -> Self {
        let Ok(certificate) = EndEntityCert::try_from(certificate) else {
            return Self::default();
        };
        Self {
            issuer: certificate.issuer().to_vec(),
            subject: certificate.subject().to_vec(),
        }
    }
}

/// The common name in a distinguished name, for people.
fn shown(name: &[u8]) -> String {
    common_name(name).map_or_else(
        || "a name that it does not tell".to_owned(),
        |name| format!("`{name}`"),
    )
}

/// The text of the attribute `commonName` (2.5.4.3) in the DER of a distinguished name.
fn common_name(name: &[u8]) -> Option<String> {
    const OID: [u8; 5] = [0x06, 0x03, 0x55, 0x04, 0x03];
    let at = name.windows(OID.len()).position(|window| window == OID)?;
    let [_tag, length, rest @ ..] = name.get(at + OID.len()..)? else {
        return None;
    };
    let text = rest.get(..usize::from(*length))?;
    Some(String::from_utf8_lossy(text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_name_is_read_out_of_a_distinguished_name() {
        let name = b"\x31\x0c\x30\x0a\x06\x03\x55\x04\x03\x0c\x03Who";
        assert_eq!(common_name(name).as_deref(), Some("Who"));
        assert_eq!(common_name(&name[..13]), None);
        assert_eq!(common_name(b""), None);
    }

    #[test]
    fn names_are_listed_without_the_wrapping_of_rustls() {
        let presented = [r#"DnsName("a.example")"#.to_owned(), "b.example".to_owned()];
        assert_eq!(listed(&presented), "a.example, b.example");
        assert_eq!(listed(&[]), "no name at all");
    }
}
