//! Checks V2's kit calls with the key of the base interfaces.
//!
//! There was one key for everything in V1.

use galleria_protocol::Api;
use galleria_protocol::Key;

use crate::kit::KitBehaviour;
use crate::seller::Seller;

/// Takes the wrong key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn key<'a>(&self, seller: &'a Seller, _: Api) -> &'a Key {
        seller.key()
    }
}
