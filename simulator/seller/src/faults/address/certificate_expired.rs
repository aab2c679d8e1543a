//! Shows a certificate whose time is over.
//!
//! It was renewed by hand, last year.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Is a day late.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::Expired;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
