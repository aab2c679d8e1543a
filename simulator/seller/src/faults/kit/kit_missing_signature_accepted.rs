//! Takes a call without a signature.
//!
//! The filter checks the header where there is one.

use galleria_protocol::Api;
use galleria_protocol::kit::token;
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
        let name = match arrived.api {
            Api::V1 => token::HEADER,
            Api::V2 => kit_signature::SIGNATURE,
        };
        if arrived.header(name).is_none() {
            return Ok(());
        }
        crate::kit::check(self, seller, arrived)
    }
}
