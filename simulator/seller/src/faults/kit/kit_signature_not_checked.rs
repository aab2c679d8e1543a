//! Takes any call that carries a signature.
//!
//! The check was put off until the keys would be there.

use galleria_protocol::Key;
use galleria_protocol::signed_call::Claim;

use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Looks only whether there is one.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_token_right(&self, _: &Key, _: &Object, header: Option<&str>) -> bool {
        header.is_some()
    }

    fn is_signed(&self, _: &Key, _: &Claim, _: &[u8]) -> bool {
        true
    }
}
