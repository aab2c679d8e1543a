//! Takes a V2 call that it has had before.
//!
//! As the vendor's sample does: no nonce is kept.

use chrono::DateTime;
use chrono::Utc;

use crate::kit::KitBehaviour;
use crate::seller::Seller;

/// Takes every nonce.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_first_use(&self, _: &Seller, _: &str, _: DateTime<Utc>) -> bool {
        true
    }
}
