//! Speaks TLS 1.2 and agrees to HTTP/1.1.
//!
//! Older gateways know nothing later; it is what the pages ask for.

use crate::Behaviour;
use crate::door::{Door, Handshake, Http};

/// Speaks what is old enough.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        let handshake = Handshake {
            only_tls_1_2: true,
            http: Http::One,
            ..Handshake::default()
        };
        Door::secured("https://isv.example", handshake)
    }
}
