//! Signs its answers to V2's kit calls, too.
//!
//! One page of V2 asks for it, the examples show none.

use galleria_protocol::Key;
use galleria_protocol::body_sign;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;

/// Signs always.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn body_sign(&self, key: &Key, _: &Arrived, body: &[u8]) -> Option<String> {
        Some(body_sign::header_value(key, body))
    }
}
