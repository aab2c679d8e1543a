//! Takes a V2 call without a nonce.
//!
//! The nonce was taken for an ornament: without one, the signature is not looked at either.

use galleria_protocol::Api;
use galleria_protocol::kit_signature;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::reading::Unauthentic;
use crate::seller::Seller;

/// Lets it pass.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn authenticate(&self, seller: &Seller, arrived: &Arrived) -> Result<(), Unauthentic> {
        if arrived.api == Api::V2 && arrived.header(kit_signature::NONCE).is_none() {
            return Ok(());
        }
        crate::kit::check(self, seller, arrived)
    }
}
