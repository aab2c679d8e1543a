//! Answers plain HTTP where its address says https.
//!
//! The gateway in front of it was to end the TLS, and is not there.

use crate::Behaviour;
use crate::door::{Door, Tls};

/// Knows no TLS.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door {
            origin: Some("https://isv.example"),
            tls: Tls::Refused(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
        }
    }
}
