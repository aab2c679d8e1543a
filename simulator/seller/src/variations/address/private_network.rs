//! Tells an address of a private network, over plain HTTP.
//!
//! A test environment inside the company: nobody outside reads along.

use crate::Behaviour;
use crate::door::{Door, Tls};

/// Is under test.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn door(&self) -> Door {
        Door {
            origin: Some("http://10.0.0.5:8080"),
            tls: Tls::Absent,
        }
    }
}
