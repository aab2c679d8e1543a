//! Speaks TLS 1.0 and nothing later.
//!
//! A gateway from before 2010 that nobody dares to touch: it answers with what it has.

use crate::Behaviour;
use crate::door::{Door, Tls};

/// Answers in the words of 1999.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door {
            origin: Some("https://isv.example"),
            tls: Tls::Refused(HELLO),
        }
    }
}

/// A server's hello of TLS 1.0 with the suite `TLS_RSA_WITH_AES_128_CBC_SHA`.
const HELLO: &[u8] = b"\x16\x03\x01\x00\x2a\x02\x00\x00\x26\x03\x01\
    0123456789abcdef0123456789abcdef\x00\x00\x2f\x00";
