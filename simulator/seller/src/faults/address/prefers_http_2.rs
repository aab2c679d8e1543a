//! Prefers HTTP/2 to HTTP/1.1.
//!
//! What gateways and content delivery networks do today, and right for browsers.

use crate::Behaviour;
use crate::door::{Door, Handshake, Http};

/// Takes HTTP/2 where it is offered.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let handshake = Handshake {
            http: Http::TwoOrOne,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
