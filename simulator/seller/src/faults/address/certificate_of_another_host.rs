//! Shows a certificate for another host.
//!
//! The gateway's default certificate answers: the domain was never added to it.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Answers for somebody else.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::OtherHost;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
