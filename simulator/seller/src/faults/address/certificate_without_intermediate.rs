//! Shows a good certificate without the one between it and the authority.
//!
//! Of the files that the authority sent, only the first was installed. Browsers fetch the other one.

use crate::Behaviour;
use crate::door::{Certificate, Door, Handshake};

/// Leaves a gap in its chain.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let certificate = Certificate::WithoutIntermediate;
        let handshake = Handshake {
            certificate,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
