//! Shows a certificate for every host beside it.
//!
//! One certificate for all services of a company.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Is one of many.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::Wildcard;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://shop.isv.example", handshake)
    }
}
