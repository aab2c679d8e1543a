//! Answers every handshake that its version is not spoken here.
//!
//! TLS 1.2 was switched off together with 1.0, by a line that was meant for the other one.

use crate::Behaviour;
use crate::door::{Door, Tls};

/// Sends the alert `protocol_version`.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door {
            origin: Some("https://isv.example"),
            tls: Tls::Refused(b"\x15\x03\x01\x00\x02\x02\x46"),
        }
    }
}
