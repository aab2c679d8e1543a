//! Tells an address with an IP number for a name.
//!
//! The machine was ordered yesterday and has no name yet.

use crate::Behaviour;
use crate::door::{Door, Handshake};

/// Has a certificate for its number.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door::secured("https://203.0.113.10", Handshake::default())
    }
}
