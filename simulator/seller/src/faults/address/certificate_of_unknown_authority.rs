//! Shows a certificate of an authority of its own.
//!
//! The company signs what it uses inside, and nobody outside knows its authority.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Is vouched for by a stranger.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::UnknownAuthority;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
