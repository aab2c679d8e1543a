//! Speaks HTTP/2 and no HTTP/1.1.
//!
//! A gateway that was set up for gRPC.

use crate::Behaviour;
use crate::door::{Door, Handshake, Http};

/// Refuses the handshake of whoever lacks HTTP/2.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let handshake = Handshake {
            http: Http::Two,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
