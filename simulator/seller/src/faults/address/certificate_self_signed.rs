//! Shows a certificate that it signed itself.
//!
//! The one that the server's package made when it was installed, or a line of openssl.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Vouches for itself.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::SelfSigned;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
