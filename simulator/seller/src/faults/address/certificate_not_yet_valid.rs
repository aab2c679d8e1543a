//! Shows a certificate whose time has not begun.
//!
//! It was made on a machine whose clock is wrong.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Is two days early.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::NotYetValid;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
