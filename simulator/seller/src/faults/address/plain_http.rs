//! Tells an address with http:// and a public name.
//!
//! It worked at the desk, and nobody asked for a certificate.

use crate::Behaviour;
use crate::door::{Door, Tls};

/// Lets everybody on the way read along.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door {
            origin: Some("http://isv.example"),
            tls: Tls::Absent,
        }
    }
}
