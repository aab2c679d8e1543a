//! Shows a certificate that is vouched for through another one, and sends both.
//!
//! What public authorities hand out.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Sends its whole chain.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::ThroughIntermediate;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
