//! Takes V2's kit calls under the key of the base interfaces, too.
//!
//! A list of keys is tried one behind the other, whatever the call. So a key that leaks at one interface opens
//! the other.

use galleria_protocol::{Api, kit_signature};

use crate::kit::{Arrived, KitBehaviour};
use crate::reading::Unauthentic;
use crate::seller::Seller;

/// Tries both keys.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn authenticate(&self, seller: &Seller, arrived: &Arrived) -> Result<(), Unauthentic> {
        let checked = crate::kit::check(self, seller, arrived);
        if arrived.api == Api::V1 || checked != Err(Unauthentic::Signature) {
            return checked;
        }
        let claim = self.claim(arrived)?;
        kit_signature::fitting_form(seller.key(), &claim, &arrived.body)
            .map(drop)
            .ok_or(Unauthentic::Signature)
    }
}
