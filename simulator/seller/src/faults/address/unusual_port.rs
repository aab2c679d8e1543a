//! Tells an address with a port of its own.
//!
//! The port on which the framework listens by default was opened in the firewall.

use crate::Behaviour;
use crate::door::{Door, Handshake};

/// Is reached past the usual port.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door::secured("https://isv.example:8443", Handshake::default())
    }
}
