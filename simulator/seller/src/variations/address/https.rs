//! Is reached over HTTPS at a name of its own.
//!
//! As the pages want it, and as every seller in production should be.

use crate::Behaviour;
use crate::door::{Door, Handshake};

/// Has a certificate of a trusted authority.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door::secured("https://isv.example", Handshake::default())
    }
}
